package jp.tenkyo.status.ocsp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.table.Found;

/** Counts answers; no figure names a certificate. */
final class OcspMetrics {

    private static final String NAME = "tenkyo.ocsp.answers";
    private static final String REUSED = "reused";
    private static final String SIGNED = "signed";
    private static final String ONCE = "signed-once";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;
    private final Map<Status, Counter> reused = new EnumMap<>(Status.class);
    private final Map<Status, Counter> signed = new EnumMap<>(Status.class);
    private final Map<Status, Counter> once = new EnumMap<>(Status.class);
    private final Map<Reply.Refusal, Counter> refused = new EnumMap<>(Reply.Refusal.class);
    private final Counter unknown;
    private final Counter shed;
    private final Timer took;

    OcspMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var status : Status.values()) {
            var outcome = status.name().toLowerCase(Locale.ROOT);
            reused.put(status, counter(outcome, REUSED));
            signed.put(status, counter(outcome, SIGNED));
            once.put(status, counter(outcome, ONCE));
        }
        for (var refusal : Reply.Refusal.values()) {
            refused.put(refusal, counter(refusal.name().toLowerCase(Locale.ROOT), "unsigned"));
        }
        unknown = counter("unknown", ONCE);
        shed = Counter.builder("tenkyo.ocsp.shed")
                .description("Answers that can be used once and were put off, since too many were being signed")
                .register(registry);
        took = Timer.builder("tenkyo.ocsp.took")
                .description("From a request's bytes to those of its answer")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Whatever becomes of it. */
    Reply timed(Supplier<Reply> answering) {
        return took.record(answering);
    }

    private Counter counter(String outcome, String how) {
        return Counter.builder(NAME)
                .description("Answers by what they say and how they were made")
                .tag("outcome", outcome)
                .tag("how", how)
                .register(registry);
    }

    void watch(AnswerCache cache, Responders responders, InstantSource clock) {
        Gauge.builder("tenkyo.ocsp.cached", cache, AnswerCache::size)
                .description("Signed answers that are kept")
                .register(registry);
        for (var responder : responders.all()) {
            var end = responder.certificate().getNotAfter().toInstant();
            Gauge.builder("tenkyo.ocsp.responder.seconds.left", clock, now -> secondsUntil(end, now))
                    .description("Until the responder's certificate ends; clients trust no answer after that")
                    .tag("issuer", responder.issuer().keyId())
                    .register(registry);
        }
    }

    private static double secondsUntil(Instant end, InstantSource clock) {
        return Duration.between(clock.instant(), end).toSeconds();
    }

    void reused(Found found) {
        count(reused, found);
    }

    void signed(Found found) {
        count(signed, found);
    }

    void signedOnce(Found found) {
        count(once, found);
    }

    private void count(Map<Status, Counter> counters, Found found) {
        var counter = found instanceof Found.Known(var row) ? counters.get(row.status()) : unknown;
        if (counter != null) {
            counter.increment();
        }
    }

    void shed() {
        shed.increment();
    }

    void refused(Reply.Refusal refusal) {
        var counter = refused.get(refusal);
        if (counter != null) {
            counter.increment();
        }
    }
}
