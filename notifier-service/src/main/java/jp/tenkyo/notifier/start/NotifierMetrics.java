package jp.tenkyo.notifier.start;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.notifier.sending.Outbox;
import jp.tenkyo.notifier.sending.Sender;
import jp.tenkyo.schemas.DeadLetterCause;
import org.apache.kafka.common.KafkaException;

/** Figures, none of which names a person. */
public final class NotifierMetrics {

    private final MeterRegistry registry;
    private final Map<DeliveryOutcome, Counter> outcomes;

    NotifierMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.outcomes = new EnumMap<>(Arrays.stream(DeliveryOutcome.values())
                .filter(outcome -> outcome != DeliveryOutcome.UNKNOWN)
                .collect(Collectors.toMap(
                        Function.identity(),
                        outcome -> Counter.builder("tenkyo.notice.deliveries")
                                .description("Recorded deliveries by outcome, since this instance started")
                                .tag("outcome", outcome.name())
                                .register(registry))));
    }

    void seen(DeliveryOutcome outcome) {
        var counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    void buried(DeadLetterCause cause) {
        registry.counter("tenkyo.dead.letters", "cause", cause.name()).increment();
    }

    /** Outcome → how often since this instance started. */
    public Map<String, Long> outcomes() {
        var counts = new TreeMap<String, Long>();
        outcomes.forEach((outcome, counter) -> counts.put(outcome.name(), (long) counter.count()));
        return counts;
    }

    void watch(Outbox outbox, Sender sender, InstantSource clock) {
        Gauge.builder("tenkyo.outbox.notices", () -> waiting(outbox))
                .description("Notices not settled yet, by the stores' estimate")
                .register(registry);
        Gauge.builder("tenkyo.outbox.oldest.seconds", () -> oldestSeconds(sender, clock))
                .description("Age of the oldest due notice")
                .register(registry);
        Gauge.builder("tenkyo.mail.server.away", () -> sender.mailServerAway() ? 1 : 0)
                .description("1 while the mail server takes no mail and all sending pauses")
                .register(registry);
    }

    static long waiting(Outbox outbox) {
        try {
            return outbox.sizeEstimate();
        } catch (KafkaException e) {
            // While partitions move, this instance cannot say.
            return 0;
        }
    }

    static long oldestSeconds(Sender sender, InstantSource clock) {
        return sender.oldestDue()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
