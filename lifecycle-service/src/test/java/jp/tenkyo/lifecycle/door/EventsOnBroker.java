package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import jp.tenkyo.avro.Cause;
import jp.tenkyo.avro.CauseKind;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RecordGapClosed;
import jp.tenkyo.avro.RecordGapOpened;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.stack.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker in this process with the topic certificate-events on three partitions, and what stories write to it. */
final class EventsOnBroker implements AutoCloseable {

    static final int PARTITIONS = 3;
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private final String scope = UUID.randomUUID().toString();
    private final LocalBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;
    private final MessageCodec<CertificateEventMessage> codec;

    EventsOnBroker(Path folder) throws IOException, RestClientException, ExecutionException, InterruptedException {
        broker = LocalBroker.start(folder.resolve("kafka"), 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topic.CERTIFICATE_EVENTS.topicName(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        MockSchemaRegistry.getClientForScope(scope)
                .register(
                        Topic.CERTIFICATE_EVENTS.subject(),
                        SchemaRegistry.portable(
                                Topic.CERTIFICATE_EVENTS.schema().orElseThrow()));
        codec = new MessageCodec<>(
                Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, Map.of("schema.registry.url", registry()));
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "story",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
        producer.initTransactions();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registry() {
        return "mock://" + scope;
    }

    void committed(Consumer<EventsOnBroker> story) {
        producer.beginTransaction();
        story.accept(this);
        producer.commitTransaction();
    }

    void aborted(Consumer<EventsOnBroker> story) {
        producer.beginTransaction();
        story.accept(this);
        producer.flush();
        producer.abortTransaction();
    }

    EventsOnBroker decided(String holderId, String municipality, int number, Outcome outcome) {
        return send(event(holderId)
                .setInputDecided(InputDecided.newBuilder()
                        .setInputId("e-1")
                        .setInputTopic("resident-changes")
                        .setInputPartition(0)
                        .setInputOffset(1)
                        .setHolderId(holderId)
                        .setInputType("MOVED_OUT")
                        .setMunicipality(municipality)
                        .setRecordNumber(number)
                        .setOutcome(outcome)
                        .setCode("KEPT")
                        .setRecordedAt(NOW)
                        .build())
                .build());
    }

    EventsOnBroker gapOpened(String holderId, String municipality, int from, int to) {
        return send(event(holderId)
                .setRecordGapOpened(new RecordGapOpened(municipality, from, to))
                .build());
    }

    EventsOnBroker gapClosed(String holderId, String municipality, int number, int stillMissing) {
        return send(event(holderId)
                .setRecordGapClosed(new RecordGapClosed(municipality, number, stillMissing))
                .build());
    }

    EventsOnBroker unreadable(String holderId) {
        var _ = producer.send(new ProducerRecord<>(
                Topic.CERTIFICATE_EVENTS.topicName(), holderId.getBytes(UTF_8), "no avro".getBytes(UTF_8)));
        return this;
    }

    private EventsOnBroker send(CertificateEventMessage message) {
        var _ = producer.send(new ProducerRecord<>(
                Topic.CERTIFICATE_EVENTS.topicName(), message.getHolderId().getBytes(UTF_8), codec.encode(message)));
        return this;
    }

    private static CertificateEventMessage.Builder event(String holderId) {
        return CertificateEventMessage.newBuilder()
                .setId("id")
                .setSource("/tenkyo/lifecycle-service")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setHolderId(holderId)
                .setCause(new Cause(CauseKind.INPUT, "e-1"))
                .setRule("8/OUTCOME")
                .setPolicyVersion("test");
    }

    @Override
    public void close() {
        producer.close();
        codec.close();
        broker.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
