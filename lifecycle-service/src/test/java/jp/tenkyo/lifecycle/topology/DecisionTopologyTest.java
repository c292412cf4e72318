package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decisions' topology with the real serializers, without a broker. */
class DecisionTopologyTest {

    private static final String KEY_ID = "0123456789abcdef0123456789abcdef01234567";
    private static final String CERTIFICATE = KEY_ID + ":1a2b3c4d";
    private static final String HOLDER = "holder-of-the-test";
    private static final Map<String, ?> REGISTRY = Map.of("schema.registry.url", "mock://decision-topology");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T03:00:00Z"));
    private TopologyTestDriver driver;

    @TempDir
    private Path folder;

    @BeforeEach
    void start_topology() throws Exception {
        var registry = MockSchemaRegistry.getClientForScope("decision-topology");
        for (var topic : Topic.withSchema()) {
            registry.register(topic.subject(), new AvroSchema(withoutJavaProperties(topic)));
        }
        driver = new TopologyTestDriver(topology(), config(), clock.instant());
    }

    private static String withoutJavaProperties(Topic topic) {
        return topic.schema().orElseThrow().toString().replace(",\"avro.java.string\":\"String\"", "");
    }

    private org.apache.kafka.streams.Topology topology() {
        var builder = new StreamsBuilder();
        var settings = new DecisionSettings(
                Policy.ofRuleBook(),
                1,
                REGISTRY,
                new DecisionSettings.Ticks(Duration.ofMillis(200), 1000, Duration.ofSeconds(1)));
        var inputs = builder.stream(
                DecisionTopology.INPUTS.stream().map(Topic::topicName).toList(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("inputs"));
        new DecisionTopology(settings, clock, new RegistryPatience(Duration.ofMillis(1))).accept(inputs);
        return builder.build();
    }

    private Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "decision-topology-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        // Two builds on one machine must not share it.
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return config;
    }

    @AfterEach
    void stop_topology() {
        driver.close();
        MockSchemaRegistry.dropScope("decision-topology");
    }

    @Test
    void a_move_revokes_the_signing_certificate_and_tells_the_holder() {
        send(Topic.CERTIFICATE_REQUESTS, HOLDER, registration());
        send(Topic.RESIDENT_CHANGES, HOLDER, move("move-1", 2));

        var statuses = read(Topic.CERTIFICATE_STATUS, CertificateStatus.class);
        assertThat(statuses)
                .extracting(CertificateStatus::getStatus)
                .containsExactly(CertificateState.GOOD, CertificateState.REVOKED);
        assertThat(statuses).extracting(CertificateStatus::getVersion).containsExactly(1, 2);
        assertThat(statuses.get(1).getReason()).isEqualTo(RevocationReason.affiliationChanged);
        assertThat(statuses.get(1).getRevokedAt()).isEqualTo(clock.instant());

        var notice = read(Topic.NOTICES, NoticeMessage.class).getFirst().getPlanned();
        assertThat(notice.getStage()).isEqualTo(NoticeStage.SIGNING_REVOKED);
        assertThat(notice.getChangeReason()).isEqualTo(ChangeReason.MOVED_WITHIN_MUNICIPALITY);
        assertThat(notice.getNoticeId()).isEqualTo(HOLDER + "/CARD/SIGNING_REVOKED/2026-11-22/" + CERTIFICATE + "/2");
    }

    @Test
    void every_input_leaves_one_outcome_and_a_repeat_changes_nothing() {
        send(Topic.CERTIFICATE_REQUESTS, HOLDER, registration());
        send(Topic.RESIDENT_CHANGES, HOLDER, move("move-1", 2));
        send(Topic.RESIDENT_CHANGES, HOLDER, move("move-1", 2));

        var outcomes = read(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class).stream()
                .map(CertificateEventMessage::getInputDecided)
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(outcomes)
                .extracting(one -> one.getInputId() + " " + one.getOutcome() + " " + one.getCode())
                .containsExactly(
                        "request-1 ACCEPTED REGISTERED", "move-1 ACCEPTED REVOKED", "move-1 UNCHANGED NOTHING_TO_END");
        assertThat(outcomes.get(1).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcomes.get(1).getRules()).containsExactly("2.1/MOVED_WITHIN_MUNICIPALITY");
        assertThat(outcomes.get(1).getCertificateIds()).containsExactly(CERTIFICATE);
    }

    @Test
    void what_is_due_is_decided_when_its_instant_is_reached() {
        send(Topic.CERTIFICATE_REQUESTS, HOLDER, registration());
        clock.set(Instant.parse("2030-02-17T14:59:59Z"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(read(Topic.CERTIFICATE_STATUS, CertificateStatus.class)).hasSize(1);

        clock.set(Instant.parse("2030-02-17T15:00:00Z"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        var expired = read(Topic.CERTIFICATE_STATUS, CertificateStatus.class);
        assertThat(expired).extracting(CertificateStatus::getStatus).containsExactly(CertificateState.EXPIRED);

        clock.set(Instant.parse("2030-02-18T00:00:00Z"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(read(Topic.NOTICES, NoticeMessage.class))
                .extracting(DecisionTopologyTest::sayOf)
                .containsExactly("ONE_WEEK_LEFT", "withdrawn", "EXPIRED");
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void what_cannot_be_read_becomes_a_dead_letter_as_it_came() {
        var poison = "no avro".getBytes(UTF_8);
        input(Topic.RESIDENT_CHANGES).pipeInput(new TestRecord<>(HOLDER.getBytes(UTF_8), poison));
        input(Topic.CERTIFICATE_REQUESTS).pipeInput(new TestRecord<>(null, poison));
        send(Topic.RESIDENT_CHANGES, "somebody-else", move("move-1", 2));

        var first = deadLetter(Topic.RESIDENT_CHANGES_DLQ);
        assertThat(first.value()).isEqualTo(poison);
        assertThat(header(first, "dlq.error")).isEqualTo("NOT_CONFLUENT_AVRO");
        assertThat(header(first, "dlq.topic")).isEqualTo("resident-changes");
        assertThat(header(deadLetter(Topic.CERTIFICATE_REQUESTS_DLQ), "dlq.error"))
                .isEqualTo("MISSING_KEY");
        assertThat(header(deadLetter(Topic.RESIDENT_CHANGES_DLQ), "dlq.error")).isEqualTo("KEY_MISMATCH");
        assertThat(read(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class))
                .isEmpty();
    }

    /** Names of nodes and stores are schema: changelogs are called by them. Delete the file and run again to accept. */
    @Test
    void the_topology_is_the_one_that_is_known() throws Exception {
        var golden = Path.of("src/test/resources/topologies/decide.txt");
        var description = topology().describe().toString();
        if (Files.notExists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, description);
            fail("Wrote " + golden + ": read it, commit it, and run again.");
        }
        assertThat(description).isEqualTo(Files.readString(golden));
    }

    @Test
    void a_change_that_comes_before_its_certificate_ends_it_at_registration() {
        send(Topic.RESIDENT_CHANGES, HOLDER, move("move-1", 2));
        send(Topic.CERTIFICATE_REQUESTS, HOLDER, registration());
        assertThat(read(Topic.CERTIFICATE_STATUS, CertificateStatus.class))
                .extracting(status -> status.getVersion() + " " + status.getStatus())
                .containsExactly("1 GOOD", "2 REVOKED");
    }

    private static String sayOf(NoticeMessage message) {
        return message.getPlanned() == null
                ? "withdrawn"
                : message.getPlanned().getStage().name();
    }

    private CertificateRequestMessage registration() {
        return CertificateRequestMessage.newBuilder()
                .setId("request-1")
                .setSource("/test")
                .setOccurredAt(clock.instant())
                .setRecordedAt(clock.instant())
                .setIssue(CertificateRegistration.newBuilder()
                        .setRequestId("request-1")
                        .setHolderId(HOLDER)
                        .setMunicipality("012246")
                        .setCarrier(Carrier.CARD)
                        .setKind(CertificateKind.SIGNING)
                        .setIssuerKeyId(KEY_ID)
                        .setSerial("1A2B3C4D")
                        .setNotBefore(Instant.parse("2025-10-27T00:00:00Z"))
                        .setNotAfter(Instant.parse("2030-02-17T14:59:59Z"))
                        .setDateOfBirth("1990-02-17")
                        .setRecordNumber(1)
                        .build())
                .build();
    }

    private ResidentChangeMessage move(String eventId, int recordNumber) {
        return ResidentChangeMessage.newBuilder()
                .setId(eventId)
                .setSource("/test")
                .setOccurredAt(clock.instant())
                .setRecordedAt(clock.instant())
                .setChange(ResidentChange.newBuilder()
                        .setEventId(eventId)
                        .setHolderId(HOLDER)
                        .setMunicipality("012246")
                        .setRecordNumber(recordNumber)
                        .setReason(ChangeReason.MOVED_WITHIN_MUNICIPALITY)
                        .setChanged(List.of(ChangedAttribute.ADDRESS))
                        .setEventDate(LocalDate.of(2026, 11, 20))
                        .setProcessedDate(LocalDate.of(2026, 11, 22))
                        .build())
                .build();
    }

    private <T extends SpecificRecord> void send(Topic topic, String key, T message) {
        try (var codec = new MessageCodec<T>(topic, typeOf(message), REGISTRY)) {
            input(topic).pipeInput(new TestRecord<>(key.getBytes(UTF_8), codec.encode(message)));
        }
    }

    @SuppressWarnings("unchecked") // The class of a T is a Class<T>.
    private static <T extends SpecificRecord> Class<T> typeOf(T message) {
        return (Class<T>) message.getClass();
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        try (var codec = new MessageCodec<>(topic, type, REGISTRY)) {
            return driver
                    .createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList()
                    .stream()
                    .map(codec::decode)
                    .map(decoded -> ((Decoded.Understood<T>) decoded).value())
                    .toList();
        }
    }

    private TestRecord<byte[], byte[]> deadLetter(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecord();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private List<String> deadlines() {
        try (var all = driver.<org.apache.kafka.common.utils.Bytes, byte[]>getKeyValueStore(Stores.DEADLINES)
                .all()) {
            var found = new java.util.ArrayList<String>();
            all.forEachRemaining(entry -> found.add(DeadlineKey.of(entry.key).toString()));
            return found;
        }
    }
}
