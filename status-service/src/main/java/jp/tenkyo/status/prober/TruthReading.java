package jp.tenkyo.status.prober;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.contract.StatusContract;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.prober.core.Place;
import jp.tenkyo.status.prober.core.Sample;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.table.StatusTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic for itself, committed records alone, from a little before its end: it shares no reader with the
 * channels. One thread.
 */
final class TruthReading implements Loop.Turn, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);
    /** Beyond it, a record may be older than what the channels have told and the prober still remembers. */
    private static final long CURRENT_WITHIN = 5_000;

    private final StatusTopic topic;
    private final Map<String, ?> registry;
    private final int foundMax;
    private final Sample sample;
    private final InstantSource monotonic;
    private final InstantSource business;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> newFrom = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable StatusContract contract;

    /**
     * @param registry settings of the registry client
     * @param foundMax records read that were there before
     */
    TruthReading(StatusTopic topic, Map<String, ?> registry, int foundMax, Sample sample, Clocks clocks) {
        this.topic = topic;
        this.registry = registry;
        this.foundMax = foundMax;
        this.sample = sample;
        this.monotonic = clocks.monotonic();
        this.business = clocks.business();
    }

    @Override
    public Duration take() {
        try {
            var reader = consumer == null ? open() : consumer;
            var codec = contract == null ? new StatusContract(registry, topic.partitions()) : contract;
            contract = codec;
            read(reader, codec);
            return Duration.ZERO;
        } catch (InterruptException e) {
            // The prober stops; whoever stops it closes.
            throw e;
        } catch (InvalidOffsetException e) {
            next.clear();
            sample.forgetAll(monotonic.instant());
            close();
            throw e;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Consumer<byte[], byte[]> open() {
        var reader = new KafkaConsumer<byte[], byte[]>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                topic.bootstrapServers(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "status-prober",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        consumer = reader;
        var partitions = IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(StatusTopic.NAME, number))
                .toList();
        reader.assign(partitions);
        if (next.isEmpty()) {
            fromBeforeTheEnd(reader, partitions);
        }
        next.forEach(reader::seek);
        return reader;
    }

    private void fromBeforeTheEnd(Consumer<?, ?> reader, List<TopicPartition> partitions) {
        var first = reader.beginningOffsets(partitions);
        newFrom.clear();
        newFrom.putAll(reader.endOffsets(partitions));
        var each = Math.ceilDiv(foundMax, partitions.size());
        newFrom.forEach(
                (partition, end) -> next.put(partition, Math.max(first.getOrDefault(partition, 0L), end - each)));
    }

    private void read(Consumer<byte[], byte[]> reader, StatusContract codec) {
        var records = reader.poll(POLL);
        var now = monotonic.instant();
        var behind = next.keySet().stream()
                .mapToLong(partition -> reader.currentLag(partition).orElse(0))
                .sum();
        for (var record : records) {
            take(record, codec, behind < CURRENT_WITHIN, now);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, StatusContract codec, boolean isCurrent, Instant now) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var isNew = record.offset() >= newFrom.getOrDefault(partition, 0L);
        var id = record.key() == null
                ? null
                : CertificateId.ofRecordKey(record.key()).orElse(null);
        if (id != null && (!isNew || sample.wants(id, isCurrent, now))) {
            var place = new Place(record.partition(), record.offset());
            switch (codec.read(record.key(), record.value(), record.partition())) {
                case Reading.Unreadable _ -> sample.forget(id);
                case Reading.Understood(var row) when isNew -> sample.changed(row, place, now, business.instant());
                case Reading.Understood(var row) -> sample.found(row, place, now, business.instant());
            }
        }
        next.put(partition, record.offset() + 1);
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(CLOSED_WITHIN));
            consumer = null;
        }
        if (contract != null) {
            contract.close();
            contract = null;
        }
    }
}
