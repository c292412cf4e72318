package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.TopicSetup;
import jp.tenkyo.stack.LocalBroker;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A broker in this process with all topics, and what can be seen of it from outside. */
final class RealBroker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final LocalBroker broker;
    private final Admin admin;
    private final int partitions;

    private RealBroker(LocalBroker broker, int partitions) {
        this.broker = broker;
        this.partitions = partitions;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    static RealBroker start(Path folder, int partitions) throws Exception {
        QuietKafka.quieten();
        var started = new RealBroker(LocalBroker.start(folder.resolve("kafka"), 0), partitions);
        TopicSetup.create(started.admin, new TopicLayout(partitions, (short) 1));
        Contracts.register();
        return started;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    List<TopicPartition> partitionsOf(List<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
    }

    /** What is committed on a topic, of all partitions. */
    <T extends SpecificRecord> List<ConsumerRecord<String, T>> messages(Topic topic, Class<T> type) {
        var found = new ArrayList<ConsumerRecord<String, T>>();
        try (var codec = new MessageCodec<>(topic, type, Map.of("schema.registry.url", Contracts.URL))) {
            for (var record : committed(partitionsOf(List.of(topic)), Map.of())) {
                found.add(new ConsumerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.timestampType(),
                        record.serializedKeySize(),
                        record.serializedValueSize(),
                        new String(record.key(), UTF_8),
                        ((Decoded.Understood<T>) codec.decode(record.value())).value(),
                        record.headers(),
                        Optional.empty()));
            }
        }
        return found;
    }

    /** What is committed, from those offsets on; in the order of each partition. */
    List<ConsumerRecord<byte[], byte[]>> committed(List<TopicPartition> from, Map<TopicPartition, Long> offsets) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed");
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from);
            from.forEach(partition -> consumer.seek(partition, offsets.getOrDefault(partition, 0L)));
            var ends = consumer.endOffsets(from);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found::add);
            }
        }
        return found;
    }

    /** Where the partitions end, what is not committed included. */
    Map<TopicPartition, Long> ends(List<TopicPartition> of) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(of);
        }
    }

    /** How many records of these an application has taken in for good. */
    long taken(String application, List<TopicPartition> inputs) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> inputs.contains(entry.getKey()) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Ends the open transactions of the dead now; the broker would do so when their time is over. */
    void abortTransactionsOfTheDead() throws ExecutionException, InterruptedException {
        var open = admin.listTransactions().all().get().stream()
                .filter(listed -> listed.state() == TransactionState.ONGOING)
                .map(TransactionListing::transactionalId)
                .toList();
        admin.fenceProducers(open).all().get();
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        Contracts.forget();
    }
}
