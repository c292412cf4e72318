package jp.tenkyo.status.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.feed.Feed;

/**
 * What all deliveries share.
 *
 * @param machine time of attempts
 * @param business tells whether a certificate has expired
 */
record DeliveryParts(
        WebhookStore store,
        Feed feed,
        Sender sender,
        WebhookSettings settings,
        InstantSource machine,
        InstantSource business,
        RandomGenerator random,
        AccessLog log,
        MeterRegistry metrics) {

    Instant now() {
        return machine.instant();
    }

    Instant afterFailures(int failures, Instant now) {
        return now.plus(new Backoff(settings.backoffFirst(), settings.backoffMax()).after(failures, random));
    }

    /** Deliveries of this client were ended by a fault of our own, and begin anew. */
    void restarted(Client client) {
        WebhookMetrics.restarts(metrics, client.id()).increment();
    }

    void count(String outcome) {
        Counter.builder("tenkyo.webhooks.attempts")
                .description("Attempts to deliver, by what came of them")
                .tag("outcome", outcome)
                .register(metrics)
                .increment();
    }
}
