package jp.tenkyo.quickstart.year;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRevoked;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.ChangeReason;
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

/** Reads the topics from their beginning to their end, with a plain consumer, committed records only. */
public final class YearReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH_MAX = 5_000;
    private static final List<Topic> READ =
            List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS, Topic.NOTICES, Topic.NOTICE_DELIVERIES);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MessageCodec<CertificateStatus> statuses;
    private final MessageCodec<CertificateEventMessage> events;
    private final MessageCodec<NoticeMessage> notices;
    private final MessageCodec<NoticeDeliveryMessage> deliveries;
    private final YearFacts facts = new YearFacts();

    public YearReader(String bootstrapServers, String registryUrl) {
        var registry = Map.of("schema.registry.url", registryUrl);
        statuses = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
        events = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
        notices = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry);
        deliveries = new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, registry);
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        BATCH_MAX),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All that is committed by now. */
    public YearFacts read() {
        consumer.assign(List.of(Topic.values()).stream()
                .filter(topic -> READ.contains(topic) || topic.holdsDeadLetters())
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
        return facts;
    }

    private void take(ConsumerRecord<byte[], byte[]> found) {
        var topic = Topic.named(found.topic()).orElseThrow();
        var writtenAt = Instant.ofEpochMilli(found.timestamp());
        switch (topic) {
            case CERTIFICATE_STATUS -> take(statuses, found, facts::see);
            case CERTIFICATE_EVENTS -> take(events, found, event -> take(event, writtenAt));
            case NOTICES -> take(notices, found, notice -> take(notice, writtenAt));
            case NOTICE_DELIVERIES -> take(deliveries, found, this::take);
            default -> facts.seeDeadLetter(found.topic());
        }
    }

    private void take(CertificateEventMessage event, Instant writtenAt) {
        var decided = event.getInputDecided();
        if (decided != null) {
            facts.see(decided, writtenAt);
        }
        var revoked = event.getCertificateRevoked();
        if (revoked != null) {
            facts.seeRevoked(
                    revoked.getCertificateId(),
                    revoked.getKind(),
                    causeOf(revoked, event.getRule()),
                    event.getRecordedAt());
        }
    }

    /** A move-out ends authentication certificates by its timer alone. */
    private static String causeOf(CertificateRevoked revoked, String rule) {
        var reason = revoked.getChangeReason();
        if (reason == ChangeReason.MOVED_OUT && revoked.getKind() == CertificateKind.AUTHENTICATION) {
            return "MOVE_OUT_TIMER";
        }
        return reason == null ? rule.substring(rule.lastIndexOf('/') + 1) : reason.name();
    }

    private void take(NoticeMessage notice, Instant writtenAt) {
        var planned = notice.getPlanned();
        if (planned != null) {
            facts.see(planned, notice.getRecordedAt(), writtenAt);
        }
    }

    private void take(NoticeDeliveryMessage message) {
        var delivery = message.getDelivery();
        if (delivery != null) {
            facts.see(delivery, message.getRecordedAt());
        }
    }

    private <T extends SpecificRecord> void take(
            MessageCodec<T> codec, ConsumerRecord<byte[], byte[]> found, java.util.function.Consumer<T> reader) {
        switch (codec.decode(found.value())) {
            case Decoded.Understood<T>(var value) -> reader.accept(value);
            case Decoded.Poison<T> _ -> facts.seeDeadLetter(found.topic() + " (unreadable)");
        }
    }

    @Override
    public void close() {
        consumer.close();
        statuses.close();
        events.close();
        notices.close();
        deliveries.close();
    }
}
