package jp.tenkyo.quickstart.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics from their beginning with a plain consumer, committed records only, and tells the facts. */
final class FactsReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH_MAX = 5_000;
    private static final List<Topic> READ =
            List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS, Topic.NOTICES, Topic.NOTICE_DELIVERIES);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Facts facts;
    private final Map<Topic, Consumer<ConsumerRecord<byte[], byte[]>>> readers = new EnumMap<>(Topic.class);
    private final List<MessageCodec<?>> codecs;

    FactsReader(CheckSettings settings, Facts facts) {
        this.facts = facts;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        BATCH_MAX),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var status = codec(Topic.CERTIFICATE_STATUS, CertificateStatus.class, settings);
        var events = codec(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, settings);
        var notices = codec(Topic.NOTICES, NoticeMessage.class, settings);
        var deliveries = codec(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, settings);
        this.codecs = List.of(status, events, notices, deliveries);
        readers.put(Topic.CERTIFICATE_STATUS, found -> tell(found, status, facts::see));
        readers.put(Topic.CERTIFICATE_EVENTS, found -> tell(found, events, facts::see));
        readers.put(Topic.NOTICES, found -> tell(found, notices, facts::see));
        readers.put(Topic.NOTICE_DELIVERIES, found -> tell(found, deliveries, facts::see));
        consumer.assign(partitions());
        consumer.seekToBeginning(consumer.assignment());
    }

    /**
     * Reads all that is committed by now.
     *
     * @return whether there was anything new
     */
    boolean readToEnd() {
        var ends = consumer.endOffsets(consumer.assignment());
        var any = false;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var batch = consumer.poll(POLL);
            batch.forEach(this::read);
            any |= !batch.isEmpty();
        }
        return any;
    }

    private void read(ConsumerRecord<byte[], byte[]> found) {
        var topic = Topic.named(found.topic()).orElseThrow();
        if (topic.holdsDeadLetters()) {
            var cause = found.headers().lastHeader("dlq.error");
            facts.seeDeadLetter(found.topic(), cause == null ? "no cause" : new String(cause.value(), UTF_8));
        } else {
            Objects.requireNonNull(readers.get(topic), found.topic()).accept(found);
        }
    }

    /** A record that cannot be read is a fault of whoever wrote it, and counts as a dead letter. */
    private <T extends SpecificRecord> void tell(
            ConsumerRecord<byte[], byte[]> found, MessageCodec<T> codec, Consumer<T> reader) {
        switch (codec.decode(found.value())) {
            case Decoded.Understood<T>(var value) -> reader.accept(value);
            case Decoded.Poison<T>(var cause, var detail) ->
                facts.seeDeadLetter(found.topic() + " (unreadable)", cause.name());
        }
    }

    private List<TopicPartition> partitions() {
        return Arrays.stream(Topic.values())
                .filter(topic -> READ.contains(topic) || topic.holdsDeadLetters())
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static <T extends SpecificRecord> MessageCodec<T> codec(
            Topic topic, Class<T> type, CheckSettings settings) {
        return new MessageCodec<>(topic, type, Map.of("schema.registry.url", settings.registryUrl()));
    }

    @Override
    public void close() {
        codecs.forEach(MessageCodec::close);
        consumer.close();
    }
}
