package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.TopicSetup;
import jp.tenkyo.stack.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of issuer-events on a real broker that comes and goes. */
class IssuerEventsViewTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String KEY = "abcdef0123456789abcdef0123456789abcdef01";
    private static final Map<String, ?> REGISTRY = Map.of("schema.registry.url", "mock://issuer-events-view");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;

    @TempDir
    private Path folder;

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope("issuer-events-view");
    }

    @Test
    void nothing_is_answered_before_the_topic_is_read_and_an_answer_says_when_the_broker_is_away() throws Exception {
        int port;
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0)) {
            port = broker.port();
            report(broker);
        }
        var view = new IssuerEventsView(
                "127.0.0.1:" + port, PARTITIONS, REGISTRY, new RegistryPatience(Duration.ofSeconds(1)));
        view.start();
        try {
            assertThatThrownBy(view::announcements)
                    .isInstanceOf(ReadsUnavailableException.class)
                    .hasMessageContaining("the broker does not answer");
            assertThat(view.isReady()).isFalse();

            try (var _ = LocalBroker.start(folder.resolve("kafka"), port)) {
                await().atMost(PATIENCE).until(view::isUpToDate);
                assertThat(view.announcements()).isEqualTo(expected(true));
            }
            await().atMost(PATIENCE).until(() -> !view.isUpToDate());
            assertThat(view.announcements()).isEqualTo(expected(false));
        } finally {
            view.stop();
        }
    }

    private static Announcements expected(boolean upToDate) {
        return new Announcements(upToDate, List.of(new Announcement(KEY, NOW, 0, 0, 0, PARTITIONS, false)));
    }

    private static void report(LocalBroker broker) throws Exception {
        var schema = SchemaRegistry.portable(Topic.ISSUER_EVENTS.schema().orElseThrow());
        MockSchemaRegistry.getClientForScope("issuer-events-view").register(Topic.ISSUER_EVENTS.subject(), schema);
        Map<String, Object> server = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var admin = Admin.create(server)) {
            TopicSetup.create(admin, new TopicLayout(PARTITIONS, (short) 1));
        }
        var message = IssuerEventMessage.newBuilder()
                .setId("r-1")
                .setSource("/test")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setCompromised(new IssuerCompromised("r-1", KEY))
                .build();
        try (var codec = new MessageCodec<>(Topic.ISSUER_EVENTS, IssuerEventMessage.class, REGISTRY);
                var producer = new KafkaProducer<>(server, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(
                                Topic.ISSUER_EVENTS.topicName(), partition, KEY.getBytes(UTF_8), codec.encode(message)))
                        .get();
            }
        }
    }
}
