package jp.tenkyo.lifecycle.door;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of {@code certificate-events}, from the first to the last that there was at the start. Joins no
 * group and commits nothing: it leaves no trace at the broker.
 */
final class EventLog implements AutoCloseable {

    private static final Duration POLL_WITHIN = Duration.ofMillis(500);
    private static final int RECORDS_POLLED_MAX = 10_000;
    private static final int FETCH_BYTES_MAX = 8 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    private EventLog(
            KafkaConsumer<byte[], byte[]> consumer,
            Duration patience,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.patience = patience;
        this.beginnings = beginnings;
        this.ends = ends;
    }

    /**
     * @param patience how long to wait for a broker that does not answer
     * @throws KafkaException if it does not, or the topic is not there
     */
    static EventLog open(String bootstrapServers, Duration patience) {
        var consumer = new KafkaConsumer<byte[], byte[]>(settings(bootstrapServers, patience));
        try {
            var partitions = consumer.partitionsFor(Topic.CERTIFICATE_EVENTS.topicName()).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .collect(Collectors.toSet());
            if (partitions.isEmpty()) {
                throw new KafkaException("Topic " + Topic.CERTIFICATE_EVENTS.topicName() + " is not there.");
            }
            return new EventLog(
                    consumer, patience, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    private static Map<String, Object> settings(String bootstrapServers, Duration patience) {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // An outcome counts once it is committed; an aborted transaction is decided again.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_POLLED_MAX);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES_MAX);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        return settings;
    }

    /** Takes records, and is told how far the reading is. */
    interface Reader {

        void take(byte[] key, byte[] value);

        /** @param records read or passed over since the last time */
        void advance(long records);
    }

    int partitions() {
        return ends.size();
    }

    /** About how many records there are; transactions' ends count too. */
    long length() {
        return partitionNumbers()
                .mapToObj(EventLog::partition)
                .mapToLong(this::lengthOf)
                .sum();
    }

    /** Whether the oldest events are gone, by the topic's retention. */
    boolean isCutOff() {
        return beginnings.values().stream().anyMatch(offset -> offset > 0);
    }

    /** @throws KafkaException if the broker gives nothing for as long as the patience lasts */
    void read(Collection<Integer> numbers, Reader reader) {
        var partitions = numbers.stream().map(EventLog::partition).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var length = partitions.stream().mapToLong(this::lengthOf).sum();
        var lastProgress = System.nanoTime();
        for (var done = 0L; done < length; ) {
            take(consumer.poll(POLL_WITHIN), reader);
            var now = partitions.stream().mapToLong(this::doneOf).sum();
            if (now > done) {
                reader.advance(now - done);
                done = now;
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > patience.toNanos()) {
                throw new KafkaException("The broker gives no more than " + done + " of " + length + " records.");
            }
        }
    }

    /** What comes after the end does not count: the topic goes on growing. */
    private long doneOf(TopicPartition one) {
        return Math.min(consumer.position(one), endOf(one)) - beginningOf(one);
    }

    private static void take(Iterable<ConsumerRecord<byte[], byte[]>> records, Reader reader) {
        for (var record : records) {
            if (record.key() != null && record.value() != null) {
                reader.take(record.key(), record.value());
            }
        }
    }

    private IntStream partitionNumbers() {
        return IntStream.range(0, partitions());
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topic.CERTIFICATE_EVENTS.topicName(), number);
    }

    private long lengthOf(TopicPartition one) {
        return endOf(one) - beginningOf(one);
    }

    private long beginningOf(TopicPartition one) {
        return beginnings.getOrDefault(one, 0L);
    }

    private long endOf(TopicPartition one) {
        return ends.getOrDefault(one, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
