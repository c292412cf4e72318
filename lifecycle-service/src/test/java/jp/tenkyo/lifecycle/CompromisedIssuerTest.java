package jp.tenkyo.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.lifecycle.issuers.TestCa;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.TopicSetup;
import jp.tenkyo.stack.LocalBroker;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker: from the report that a CA's key is compromised to the last certificate's end. */
class CompromisedIssuerTest {

    private static final TopicLayout LAYOUT = new TopicLayout(6, (short) 1);
    private static final String REGISTRY = "mock://compromised-issuer";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int OF_FIRST_KEY = 400;
    private static final int OF_SECOND_KEY = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCa first = TestCa.withOu(TestCa.SIGNING_OU);
    private final TestCa second = TestCa.withOu(TestCa.SIGNING_OU);

    @TempDir
    private Path folder;

    @Test
    void all_that_a_compromised_key_has_signed_ends_on_every_partition_and_is_announced() throws Exception {
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0)) {
            setUp(broker);
            try (var service = started(broker)) {
                var base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
                await().atMost(PATIENCE)
                        .until(() -> get(base + "/actuator/health/readiness").statusCode() == 200);
                register(base, first.keyId(), "first", OF_FIRST_KEY);
                register(base, second.keyId(), "second", OF_SECOND_KEY);
                await().atMost(PATIENCE).until(() -> statuses(broker).size() == OF_FIRST_KEY + OF_SECOND_KEY);

                assertThat(post(base + "/issuers/" + first.keyId() + "/compromise", "{\"requestId\": \"r-1\"}"))
                        .isEqualTo(JsonMapper.shared().readTree("{\"accepted\": [\"r-1\"], \"partitions\": 6}"));
                await().atMost(PATIENCE)
                        .until(() -> announcement(base).path("complete").asBoolean());

                assertThat(announcement(base).path("ended").asInt()).isEqualTo(OF_FIRST_KEY);
                assertThat(announcement(base).path("partitionsComplete").asInt())
                        .isEqualTo(6);
                assertThat(counts(broker))
                        .isEqualTo(Map.of(
                                first.keyId() + " REVOKED cACompromise 2", OF_FIRST_KEY,
                                second.keyId() + " GOOD null 1", OF_SECOND_KEY));
                assertThat(reports(broker)).isEqualTo(Map.of(0, 1, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1));

                register(base, first.keyId(), "late", 1);
                await().atMost(PATIENCE)
                        .until(() -> announcement(base).path("ended").asInt() == OF_FIRST_KEY + 1);
                assertThat(body(get(base + "/issuers")).path("issuers").valueStream())
                        .extracting(issuer -> issuer.path("issuerKeyId").asString()
                                + " "
                                + issuer.path("compromisedSince").isNull())
                        .containsExactly(first.keyId() + " false", second.keyId() + " true");
            }
        } finally {
            MockSchemaRegistry.dropScope("compromised-issuer");
        }
    }

    private static void setUp(LocalBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicSetup.create(admin, LAYOUT);
        }
        var registry = MockSchemaRegistry.getClientForScope("compromised-issuer");
        for (var topic : Topic.withSchema()) {
            registry.register(
                    topic.subject(), SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
    }

    private ConfigurableApplicationContext started(LocalBroker broker) {
        return SpringApplication.run(
                LifecycleApplication.class,
                "--server.port=0",
                "--tenkyo.advertised-address=127.0.0.1:8081",
                "--tenkyo.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--tenkyo.registry.url=" + REGISTRY,
                // The stand-in for the registry has no address that could be asked.
                "--tenkyo.check-topics=false",
                "--tenkyo.state-folder=" + folder.resolve("state"),
                "--tenkyo.walks.holders-max=20",
                "--tenkyo.walks.progress-every=100ms",
                "--tenkyo.issuers[0].file=" + first.caCertificate(folder.resolve("first.pem")),
                "--tenkyo.issuers[1].file=" + second.caCertificate(folder.resolve("second.pem")));
    }

    private void register(String base, String keyId, String name, int count) {
        var body = IntStream.range(0, count)
                .mapToObj(i -> """
                        {"requestId": "r-%1$s-%2$d", "holderId": "%1$s-%2$d", "municipality": "012246", "type": "ISSUE",
                         "carrier": "CARD", "kind": "SIGNING", "issuerKeyId": "%3$s", "serial": "%4$x",
                         "notBefore": "2026-01-05T10:00:00+09:00", "notAfter": "2080-02-17T23:59:59+09:00",
                         "dateOfBirth": "1980-02-17", "recordNumber": 1}""".formatted(name, i, keyId, (name.charAt(0) * 10_000) + i))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(post(base + "/certificate-requests", body).path("accepted").size())
                .isEqualTo(count);
    }

    private JsonNode announcement(String base) {
        return body(get(base + "/announcements")).path("announcements").path(0);
    }

    /** Each status, by issuer, state, reason and version. */
    private static Map<String, Integer> counts(LocalBroker broker) {
        var counts = new HashMap<String, Integer>();
        statuses(broker)
                .values()
                .forEach(status -> counts.merge(
                        "%s %s %s %d"
                                .formatted(
                                        status.getCertificateId().split(":", -1)[0],
                                        status.getStatus(),
                                        status.getReason(),
                                        status.getVersion()),
                        1,
                        Integer::sum));
        return counts;
    }

    private static Map<String, CertificateStatus> statuses(LocalBroker broker) {
        var latest = new HashMap<String, CertificateStatus>();
        read(broker, Topic.CERTIFICATE_STATUS, CertificateStatus.class)
                .forEach(record -> latest.put(record.value().getCertificateId(), record.value()));
        return latest;
    }

    /** How often the report lies on each partition. */
    private static Map<Integer, Integer> reports(LocalBroker broker) {
        var counts = new TreeMap<Integer, Integer>();
        read(broker, Topic.ISSUER_EVENTS, IssuerEventMessage.class).stream()
                .filter(record -> record.value().getCompromised() != null)
                .forEach(record -> counts.merge(record.partition(), 1, Integer::sum));
        return counts;
    }

    private record Placed<T>(int partition, T value) {}

    private static <T extends SpecificRecord> List<Placed<T>> read(LocalBroker broker, Topic topic, Class<T> type) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        var partitions = IntStream.range(0, LAYOUT.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        var found = new java.util.ArrayList<Placed<T>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var codec = new MessageCodec<>(topic, type, Map.of("schema.registry.url", REGISTRY))) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    found.add(new Placed<>(
                            record.partition(), ((Decoded.Understood<T>) codec.decode(record.value())).value()));
                }
            }
        }
        return found;
    }

    private JsonNode post(String uri, String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(202);
        return body(answer);
    }

    private HttpResponse<byte[]> get(String uri) {
        return send(HttpRequest.newBuilder(URI.create(uri)).build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
