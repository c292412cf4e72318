package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.issuers.TestCa;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a real broker: a change through its REST door; then a CA's key is compromised, and the service
 * is killed while it ends what that key has signed.
 */
class KilledServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PARTITIONS = 6;
    private static final int OF_FIRST_KEY = 3_000;
    private static final int OF_SECOND_KEY = 50;
    private static final String MOVING = "moving-0";

    private final TestCa first = TestCa.withOu(TestCa.SIGNING_OU);
    private final TestCa second = TestCa.withOu(TestCa.SIGNING_OU);

    @TempDir
    private Path folder;

    @Test
    void a_change_takes_effect_and_a_compromised_key_ends_all_it_has_signed_though_killed_meanwhile() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var broker = RealBroker.start(folder, PARTITIONS)) {
            try (var service = started(broker)) {
                var doors = readyDoors(http, service);
                changeTakesEffect(broker, doors);
                registerAll(broker, doors);
                assertThat(doors.post("/issuers/" + first.keyId() + "/compromise", "{\"requestId\": \"r-1\"}"))
                        .isEqualTo(json("{\"accepted\": [\"r-1\"], \"partitions\": 6}"));
                await().atMost(PATIENCE).until(() -> revocations(broker) > 1);
                service.kill();
                assertThat(revocations(broker)).isBetween(2L, (long) OF_FIRST_KEY);
            }
            try (var service = started(broker)) {
                walkGoesOn(broker, readyDoors(http, service));
            }
        }
    }

    private void changeTakesEffect(RealBroker broker, Doors doors) throws Exception {
        doors.register(second.keyId(), "moving", 1);
        assertThat(doors.post("/resident-changes", """
                        {"eventId": "e-1", "holderId": "moving-0", "municipality": "012246", "recordNumber": 2,
                         "reason": "MOVED_WITHIN_MUNICIPALITY", "changed": [],
                         "eventDate": "2026-03-30", "processedDate": "2026-04-01"}""")).isEqualTo(json("{\"accepted\": [\"e-1\"]}"));
        await().atMost(PATIENCE).until(() -> revocations(broker) == 1);

        var sent = broker.messages(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class);
        assertThat(sent).extracting(ConsumerRecord::key).containsExactly(MOVING);
        var message = sent.getFirst().value();
        assertThat(message)
                .isEqualTo(new ResidentChangeMessage(
                        "e-1",
                        "/tenkyo/lifecycle-service/door",
                        message.getOccurredAt(),
                        message.getRecordedAt(),
                        new ResidentChange(
                                "e-1",
                                MOVING,
                                "012246",
                                2,
                                ChangeReason.MOVED_WITHIN_MUNICIPALITY,
                                List.of(),
                                LocalDate.of(2026, 3, 30),
                                null,
                                LocalDate.of(2026, 4, 1),
                                null,
                                null,
                                null)));
        assertThat(texts(sent.getFirst().headers()))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "e-1")
                .containsEntry("ce_source", "/tenkyo/lifecycle-service/door")
                .containsEntry("ce_type", "jp.tenkyo.ResidentChange")
                .containsEntry("content-type", "application/vnd.confluent.avro");
        assertThat(broker.messages(Topic.CERTIFICATE_STATUS, CertificateStatus.class))
                .extracting(record -> text(record.value()))
                .containsExactly(second.keyId() + " GOOD null 1", second.keyId() + " REVOKED affiliationChanged 2");
    }

    private void registerAll(RealBroker broker, Doors doors) throws Exception {
        doors.register(first.keyId(), "first", OF_FIRST_KEY);
        doors.register(second.keyId(), "second", OF_SECOND_KEY);
        await().atMost(PATIENCE).until(() -> latest(broker).size() == OF_FIRST_KEY + OF_SECOND_KEY + 1);
    }

    private void walkGoesOn(RealBroker broker, Doors doors) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> announcement(doors).path("complete").asBoolean());
        assertThat(announcement(doors).path("ended").asInt()).isEqualTo(OF_FIRST_KEY);
        assertThat(announcement(doors).path("partitionsComplete").asInt()).isEqualTo(PARTITIONS);
        assertThat(counts(latest(broker).values()))
                .isEqualTo(Map.of(
                        first.keyId() + " REVOKED cACompromise 2", OF_FIRST_KEY,
                        second.keyId() + " GOOD null 1", OF_SECOND_KEY,
                        second.keyId() + " REVOKED affiliationChanged 2", 1));
        // Each was said to be good once and revoked once, and each revocation is one fact.
        assertThat(broker.messages(Topic.CERTIFICATE_STATUS, CertificateStatus.class))
                .hasSize(2 * OF_FIRST_KEY + OF_SECOND_KEY + 2);
        assertThat(facts(broker)).isEqualTo(OF_FIRST_KEY + 1);
        assertThat(reports(broker)).isEqualTo(Map.of(0, 1, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1));

        doors.register(first.keyId(), "late", 1);
        await().atMost(PATIENCE).until(() -> announcement(doors).path("ended").asInt() == OF_FIRST_KEY + 1);
        assertThat(doors.get("/issuers").path("issuers").valueStream())
                .extracting(issuer -> issuer.path("issuerKeyId").asString() + " "
                        + issuer.path("compromisedSince").isNull())
                .containsExactly(first.keyId() + " false", second.keyId() + " true");
    }

    private ChildJvm started(RealBroker broker) throws Exception {
        return ChildJvm.start(
                ServiceProcess.class,
                List.of(),
                List.of(
                        "--server.port=0",
                        "--tenkyo.advertised-address=127.0.0.1:8081",
                        "--tenkyo.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--tenkyo.registry.url=" + Contracts.URL,
                        // The stand-in for the registry has no address that could be asked.
                        "--tenkyo.check-topics=false",
                        "--tenkyo.state-folder=" + folder.resolve("state"),
                        "--tenkyo.walks.holders-max=40",
                        "--tenkyo.walks.progress-every=100ms",
                        // The broker's least: for so long it waits for one that was killed.
                        "--spring.cloud.stream.kafka.streams.binder.configuration.consumer.session.timeout.ms=6000",
                        "--tenkyo.issuers[0].file=" + first.caCertificate(folder.resolve("first.pem")),
                        "--tenkyo.issuers[1].file=" + second.caCertificate(folder.resolve("second.pem"))));
    }

    private static Doors readyDoors(HttpClient http, ChildJvm service) throws InterruptedException {
        var doors = new Doors(http, "http://127.0.0.1:" + service.hears());
        await().atMost(PATIENCE).until(doors::areReady);
        return doors;
    }

    private static JsonNode announcement(Doors doors) throws IOException, InterruptedException {
        return doors.get("/announcements").path("announcements").path(0);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Map<String, CertificateStatus> latest(RealBroker broker) {
        var latest = new HashMap<String, CertificateStatus>();
        broker.messages(Topic.CERTIFICATE_STATUS, CertificateStatus.class)
                .forEach(record -> latest.put(record.key(), record.value()));
        return latest;
    }

    /** Each status, by issuer, state, reason and version. */
    private static Map<String, Integer> counts(Iterable<CertificateStatus> statuses) {
        var counts = new HashMap<String, Integer>();
        statuses.forEach(status -> counts.merge(text(status), 1, Integer::sum));
        return counts;
    }

    private static String text(CertificateStatus status) {
        return "%s %s %s %d"
                .formatted(
                        status.getCertificateId().split(":", -1)[0],
                        status.getStatus(),
                        status.getReason(),
                        status.getVersion());
    }

    private static long revocations(RealBroker broker) {
        return broker.messages(Topic.CERTIFICATE_STATUS, CertificateStatus.class).stream()
                .filter(record -> record.value().getStatus() == CertificateState.REVOKED)
                .count();
    }

    private static long facts(RealBroker broker) {
        return broker.messages(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class).stream()
                .filter(record -> record.value().getCertificateRevoked() != null)
                .count();
    }

    /** How often the report lies on each partition. */
    private static Map<Integer, Integer> reports(RealBroker broker) {
        var counts = new TreeMap<Integer, Integer>();
        broker.messages(Topic.ISSUER_EVENTS, IssuerEventMessage.class).stream()
                .filter(record -> record.value().getCompromised() != null)
                .forEach(record -> counts.merge(record.partition(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, String> texts(Headers headers) {
        var texts = new TreeMap<String, String>();
        StreamSupport.stream(headers.spliterator(), false)
                .forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
