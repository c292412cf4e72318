package jp.tenkyo.status.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Who was told how much, and nothing of whom it was about. */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final MeterRegistry metrics;
    private final Counter refused;

    public AccessLog(MeterRegistry metrics) {
        this.metrics = metrics;
        this.refused = Counter.builder("tenkyo.access.refused")
                .description("Requests of somebody who is not known")
                .register(metrics);
    }

    /**
     * @param channel feed, snapshot, stream or webhook
     * @param statuses how many were told
     */
    public void told(Client client, String channel, int statuses) {
        // What this process tells itself goes to nobody: it is counted, and in the log only for whoever asks for it.
        LOG.atLevel(client.id().equals(OwnClient.ID) ? Level.DEBUG : Level.INFO)
                .addKeyValue("client", client.id())
                .addKeyValue("channel", channel)
                .addKeyValue("statuses", statuses)
                .log("statuses were told");
        Counter.builder("tenkyo.access.statuses")
                .description("Statuses that were told, by client and channel")
                .tag("client", client.id())
                .tag("channel", channel)
                .register(metrics)
                .increment(statuses);
    }

    void refused() {
        LOG.info("somebody who is not known was refused");
        refused.increment();
    }
}
