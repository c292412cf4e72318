package jp.tenkyo.status.table;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and remembers what came and was not taken. Safe for use by several threads. */
public final class Anomalies {

    private static final Logger LOG = LoggerFactory.getLogger(Anomalies.class);

    private static final int REMEMBERED_MAX = 100;

    private final Deque<Anomaly> latest = new ArrayDeque<>(REMEMBERED_MAX);
    private final Map<Anomaly.Kind, Counter> counters = new EnumMap<>(Anomaly.Kind.class);

    public Anomalies(MeterRegistry metrics) {
        Arrays.stream(Anomaly.Kind.values())
                .forEach(kind -> counters.put(
                        kind,
                        Counter.builder("tenkyo.status.anomalies")
                                .description("Records of certificate-status that did not change the table")
                                .tag("kind", kind.name())
                                .register(metrics)));
    }

    synchronized void add(Anomaly anomaly) {
        LOG.warn(
                "certificate-status {}/{} is not taken: {} ({}){}",
                anomaly.partition(),
                anomaly.offset(),
                anomaly.kind(),
                anomaly.detail(),
                anomaly.doubt() ? "; its certificate is in doubt until a later version comes" : "");
        var counter = counters.get(anomaly.kind());
        if (counter != null) {
            counter.increment();
        }
        if (latest.size() == REMEMBERED_MAX) {
            latest.removeLast();
        }
        latest.addFirst(anomaly);
    }

    /** The last ones of this instance, latest first. */
    public synchronized List<Anomaly> latest() {
        return List.copyOf(latest);
    }
}
