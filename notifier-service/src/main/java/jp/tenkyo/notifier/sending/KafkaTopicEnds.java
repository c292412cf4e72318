package jp.tenkyo.notifier.sending;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Compares the topology's committed offsets with the topics' ends.
 *
 * <p>Committed offset ≥ end is enough, and not needed: behind the last record there may lie markers of transactions,
 * which a consumer steps over without a record to commit. So where the committed offset falls short, the rest is read
 * from there, read_committed: if it holds no record, all was read.
 */
public final class KafkaTopicEnds implements TopicEnds, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_MAX = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param group application id of the topology: its group's offsets are looked up, the group is not joined */
    public KafkaTopicEnds(Map<String, Object> kafka, String group) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "topic-ends");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4096);
        // Where retention removed what was committed, the first record still there is the next.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Map<TopicPartition, Long> endsNow(Set<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    @Override
    public Set<TopicPartition> readTo(Map<TopicPartition, Long> ends) {
        var begins = consumer.beginningOffsets(ends.keySet());
        var committed = consumer.committed(ends.keySet());
        var read = new HashSet<TopicPartition>();
        var behind = new HashMap<TopicPartition, Long>();
        ends.forEach((partition, end) -> {
            var at = committed.get(partition);
            var from = Math.max(at == null ? 0 : at.offset(), begins.getOrDefault(partition, 0L));
            if (from >= end) {
                read.add(partition);
            } else {
                behind.put(partition, from);
            }
        });
        read.addAll(withoutRecords(behind, ends));
        return read;
    }

    private Set<TopicPartition> withoutRecords(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        var empty = new HashSet<TopicPartition>();
        var open = new HashSet<>(from.keySet());
        consumer.assign(open);
        from.forEach(consumer::seek);
        for (var polls = 0; polls < POLLS_MAX && !open.isEmpty(); polls++) {
            var records = consumer.poll(POLL);
            var done = new HashSet<TopicPartition>();
            for (var partition : open) {
                if (!records.records(partition).isEmpty()) {
                    done.add(partition);
                } else if (consumer.position(partition) >= ends.getOrDefault(partition, Long.MAX_VALUE)) {
                    done.add(partition);
                    empty.add(partition);
                }
            }
            open.removeAll(done);
            consumer.pause(done);
        }
        consumer.unsubscribe();
        return empty;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
