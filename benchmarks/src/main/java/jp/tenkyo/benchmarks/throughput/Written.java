package jp.tenkyo.benchmarks.throughput;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.benchmarks.bed.Bed;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is written to some topics from an instant on. */
final class Written {

    private static final Duration POLL = Duration.ofMillis(200);

    /** More than fit into what lz4 looks back on, so that examples compress no better than what they stand for. */
    private static final int EXAMPLES_MAX = 1_000;

    private final Bed bed;
    private final Map<TopicPartition, Long> from;

    private Written(Bed bed, Map<TopicPartition, Long> from) {
        this.bed = bed;
        this.from = from;
    }

    /** From now on. */
    static Written since(Bed bed, List<String> topics) {
        try (var consumer = consumer(bed)) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            return new Written(bed, consumer.endOffsets(partitions));
        }
    }

    /** What was committed until now, for each of so many inputs. */
    Footprint forEachOf(long inputs) {
        var tallies = new LinkedHashMap<String, Tally>();
        try (var consumer = consumer(bed)) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            var ends = consumer.endOffsets(from.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    var tally = tallies.computeIfAbsent(record.topic(), _ -> new Tally());
                    tally.records++;
                    tally.bytes += Example.bytesOf(record);
                    if (tally.examples.size() < EXAMPLES_MAX) {
                        tally.examples.add(Example.of(record));
                    }
                }
            }
        }
        var parts = new LinkedHashMap<String, Footprint.Part>();
        tallies.forEach((topic, tally) -> parts.put(
                topic,
                new Footprint.Part((double) tally.records / inputs, (double) tally.bytes / inputs, tally.examples)));
        return new Footprint(parts);
    }

    private static final class Tally {
        private final List<Example> examples = new ArrayList<>();
        private long records;
        private long bytes;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Bed bed) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bed.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
