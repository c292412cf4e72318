package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tenkyo.lifecycle.contract.ClockContract;
import jp.tenkyo.lifecycle.contract.InputEncoder;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.reference.ManyHolders;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of many holders, drawn from a seed, and between them the clock on every partition. Each record's timestamp is
 * later than the one before, so that Kafka Streams takes them in one order, whatever the topic.
 */
final class SeededInputs {

    /** Where the clock stands before the first is told. */
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final int partitions;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private long timestamp = System.currentTimeMillis() - 1_000_000;

    private SeededInputs(int partitions) {
        this.partitions = partitions;
    }

    static List<ProducerRecord<byte[], byte[]>> drawn(long seed, int holders, int partitions) {
        var inputs = new SeededInputs(partitions);
        var registry = Map.of("schema.registry.url", Contracts.URL);
        try (var encoder = new InputEncoder(registry);
                var clock = new ClockContract(registry)) {
            var now = BEGIN;
            for (var timed : ManyHolders.drawn(seed, holders)) {
                if (timed.at().isAfter(now)) {
                    now = timed.at();
                    inputs.tell(clock.write("clock-" + now, now));
                }
                var outgoing = outgoing(timed.command(), now);
                inputs.add(outgoing.topic(), null, outgoing.key(), encoder.encode(outgoing));
            }
            // Whatever was set going comes to its end.
            var end = now.plusSeconds(20L * 365 * 24 * 3600);
            inputs.tell(clock.write("clock-" + end, end));
        }
        return inputs.records;
    }

    private void tell(byte[] now) {
        for (var partition = 0; partition < partitions; partition++) {
            add(Topic.BUSINESS_CLOCK, partition, "clock", now);
        }
    }

    private void add(Topic topic, @Nullable Integer partition, String key, byte @Nullable [] value) {
        records.add(new ProducerRecord<>(topic.topicName(), partition, timestamp++, key.getBytes(UTF_8), value));
    }

    private static Outgoing outgoing(Command command, Instant now) {
        return switch (command) {
            case Command.RecordChange(var change) -> InputMessages.of(change, now);
            case Command.RegisterCertificate(var made, var _) -> InputMessages.of(made, now);
            case Command.ActOnCertificate(var action) -> InputMessages.of(action, now);
            default -> throw new IllegalArgumentException("Not drawn: " + command);
        };
    }
}
