package jp.tenkyo.quickstart.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that the lifecycle-service has made known, as a consumer sees it that reads what is committed alone. */
final class Ledger implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<Topic> READ =
            List.of(Topic.CERTIFICATE_EVENTS, Topic.CERTIFICATE_STATUS, Topic.RESIDENT_CHANGES_DLQ);

    private final KafkaConsumer<String, byte[]> consumer;
    private final MessageCodec<CertificateEventMessage> events;
    private final MessageCodec<CertificateStatus> status;
    private final List<InputDecided> decided = new ArrayList<>();
    private final List<CertificateStatus> statuses = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new ArrayList<>();

    Ledger(Surroundings surroundings) {
        var registry = Map.of("schema.registry.url", surroundings.registryUrl());
        events = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
        status = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        surroundings.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(partitions());
        consumer.seekToBeginning(consumer.assignment());
    }

    private List<TopicPartition> partitions() {
        return READ.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** The outcomes of one input, by the id that its source gave it. */
    List<InputDecided> outcomesOf(String inputId) {
        return decided().filter(outcome -> outcome.getInputId().equals(inputId)).toList();
    }

    Stream<InputDecided> decided() {
        readOn();
        return List.copyOf(decided).stream();
    }

    /** Every status that a certificate ever had, in the order in which they were made known. */
    List<CertificateStatus> statusesOf(String certificateId) {
        readOn();
        return statuses.stream()
                .filter(each -> each.getCertificateId().equals(certificateId))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> deadLettersOf(String holderId) {
        readOn();
        return deadLetters.stream()
                .filter(letter -> holderId.equals(letter.key()))
                .toList();
    }

    static String header(ConsumerRecord<?, ?> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "none" : new String(header.value(), UTF_8);
    }

    private void readOn() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::note);
        }
    }

    private void note(ConsumerRecord<String, byte[]> found) {
        switch (Topic.named(found.topic()).orElseThrow()) {
            case CERTIFICATE_EVENTS -> note(events.decode(found.value()));
            case CERTIFICATE_STATUS -> statuses.add(understood(status.decode(found.value())));
            default -> deadLetters.add(found);
        }
    }

    private void note(Decoded<CertificateEventMessage> event) {
        var outcome = understood(event).getInputDecided();
        if (outcome != null) {
            decided.add(outcome);
        }
    }

    private static <T extends SpecificRecord> T understood(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Understood<T>(var value) -> value;
            case Decoded.Poison<T>(var cause, var detail) -> throw new AssertionError(cause + ": " + detail);
        };
    }

    @Override
    public void close() {
        consumer.close();
        events.close();
        status.close();
    }
}
