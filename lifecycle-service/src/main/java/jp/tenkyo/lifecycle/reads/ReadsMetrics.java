package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.tenkyo.avro.CertificateEventMessage;
import org.apache.kafka.common.header.Headers;

/**
 * What the reads see pass by, as metrics. Records from before the start are not counted: reading a topic again must not
 * look like a day of slow decisions. Times are the machine's, not business time: both ends of the delay are.
 */
public final class ReadsMetrics {

    /** Header of a status: Kafka timestamp, in milliseconds, of the input that caused it. */
    static final String INPUT_TIMESTAMP = "tenkyo-input-timestamp";

    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final MeterRegistry registry;
    private final InstantSource machineTime;
    private final Instant start;
    private final Timer delay;

    public ReadsMetrics(MeterRegistry registry, InstantSource machineTime) {
        this.registry = registry;
        this.machineTime = machineTime;
        this.start = machineTime.instant();
        this.delay = Timer.builder("tenkyo.event.to.status.delay")
                .description("From an input's arrival in Kafka to its status being readable")
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(registry);
    }

    void statusArrived(Headers headers, long timestamp) {
        var caused = headers.lastHeader(INPUT_TIMESTAMP);
        if (caused != null && isRecent(timestamp)) {
            var arrived = Instant.ofEpochMilli(Long.parseLong(new String(caused.value(), UTF_8)));
            delay.record(Duration.between(arrived, machineTime.instant()));
        }
    }

    void decided(CertificateEventMessage message, long timestamp) {
        gaps(message, timestamp);
        var decided = message.getInputDecided();
        if (decided != null && isRecent(timestamp)) {
            registry.counter(
                            "tenkyo.inputs.decided",
                            "topic",
                            decided.getInputTopic(),
                            "outcome",
                            decided.getOutcome().name(),
                            "code",
                            decided.getCode())
                    .increment();
        }
    }

    /** A missing version of a resident's record is a change that nobody has decided: the source must be asked. */
    private void gaps(CertificateEventMessage message, long timestamp) {
        if (!isRecent(timestamp)) {
            return;
        }
        if (message.getRecordGapOpened() != null) {
            registry.counter("tenkyo.record.gaps", "state", "opened").increment();
        }
        if (message.getRecordGapClosed() != null) {
            registry.counter("tenkyo.record.gaps", "state", "closed").increment();
        }
    }

    private boolean isRecent(long timestamp) {
        return !Instant.ofEpochMilli(timestamp).isBefore(start);
    }
}
