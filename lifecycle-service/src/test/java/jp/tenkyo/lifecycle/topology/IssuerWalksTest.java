package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.IssuerProgress;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.issuers.Issuer;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task does when an issuer's key is compromised, without a broker. */
class IssuerWalksTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "ffff456789abcdef0123456789abcdef01234567";
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Map<String, ?> REGISTRY = Map.of("schema.registry.url", "mock://issuer-walks");

    private final ManualClock clock = new ManualClock(NOW);

    @TempDir
    private Path folder;

    private int starts;
    private TopologyTestDriver driver;

    @BeforeEach
    void start() throws Exception {
        var registry = MockSchemaRegistry.getClientForScope("issuer-walks");
        for (var topic : Topic.withSchema()) {
            registry.register(
                    topic.subject(), SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
        driver = started(walking(3), Issuers.EVERY);
    }

    @AfterEach
    void stop() {
        driver.close();
        MockSchemaRegistry.dropScope("issuer-walks");
    }

    @Test
    void a_compromised_key_ends_what_it_has_signed_in_bounded_parts() {
        register(KEY, holders(8));
        register(OTHER_KEY, List.of("other"));
        drain();

        compromise(KEY, "r-1");
        assertThat(statuses()).isEmpty();
        tick();
        assertThat(statuses()).containsExactly("h-0 2 REVOKED", "h-1 2 REVOKED", "h-2 2 REVOKED");
        tick();
        assertThat(statuses()).containsExactly("h-3 2 REVOKED", "h-4 2 REVOKED", "h-5 2 REVOKED");
        tick();
        assertThat(statuses()).containsExactly("h-6 2 REVOKED", "h-7 2 REVOKED");
        tick();
        tick();
        assertThat(statuses()).isEmpty();
        assertThat(progress()).containsExactly("0/0 false", "3/3 false", "6/6 false", "9/8 false", "9/8 true");
        assertThat(read(Topic.NOTICES, NoticeMessage.class))
                .hasSize(8)
                .allSatisfy(notice -> assertThat(notice.getPlanned().getStage()).hasToString("ISSUER_COMPROMISED"));
        assertThat(open()).isNull();
    }

    @Test
    void the_report_has_one_outcome_under_the_issuers_key_and_a_repeat_changes_nothing() {
        register(KEY, holders(2));
        drain();
        compromise(KEY, "r-1");
        tick();
        compromise(KEY, "r-1");
        compromise(KEY, "r-2");
        tick();

        var outcomes = driver
                .createOutputTopic(
                        Topic.CERTIFICATE_EVENTS.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .filter(record -> KEY.equals(new String(record.key(), UTF_8)))
                .map(record -> decoded(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, record.value()))
                .toList();
        assertThat(outcomes).extracting(CertificateEventMessage::getHolderId).containsOnly("");
        assertThat(outcomes)
                .extracting(CertificateEventMessage::getInputDecided)
                .extracting(IssuerWalksTest::text)
                .containsExactly(
                        "r-1 issuer-events COMPROMISED ACCEPTED ISSUER_COMPROMISED",
                        "r-1 issuer-events COMPROMISED UNCHANGED ALREADY_COMPROMISED",
                        "r-2 issuer-events COMPROMISED UNCHANGED ALREADY_COMPROMISED");
        assertThat(progress()).containsExactly("0/0 false", "2/2 true");
    }

    @Test
    void the_facts_name_the_rule_and_the_report_that_caused_them() {
        register(KEY, holders(1));
        drain();
        compromise(KEY, "r-1");
        clock.set(NOW.plusSeconds(7));
        tick();

        var revoked = read(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class).stream()
                .filter(message -> message.getCertificateRevoked() != null)
                .toList();
        assertThat(revoked).singleElement().satisfies(message -> {
            assertThat(message.getRule()).isEqualTo("2.2/CA_KEY_COMPROMISED");
            assertThat(message.getCause().getInputId()).isEqualTo("r-1");
            assertThat(message.getRecordedAt()).isEqualTo(NOW.plusSeconds(7));
            assertThat(message.getCertificateRevoked().getReason()).hasToString("cACompromise");
            assertThat(message.getCertificateRevoked().getRevokedAt()).isEqualTo(NOW.plusSeconds(7));
        });
    }

    @Test
    void one_registered_later_is_revoked_at_once_and_counted() {
        register(KEY, holders(1));
        compromise(KEY, "r-1");
        tick();
        drain();

        register(KEY, List.of("late"));
        assertThat(statuses()).containsExactly("late 1 GOOD", "late 2 REVOKED");
        tick();
        assertThat(progress()).containsExactly("1/2 true");
        tick();
        assertThat(progress()).isEmpty();
    }

    @Test
    void one_registered_before_the_walk_has_come_to_its_holder_is_ended_once() {
        register(KEY, holders(4));
        drain();
        compromise(KEY, "r-1");
        tick();
        register(KEY, List.of("a-behind", "z-ahead"));
        tick();
        tick();

        assertThat(statuses())
                .containsExactly(
                        "h-0 2 REVOKED",
                        "h-1 2 REVOKED",
                        "h-2 2 REVOKED",
                        "a-behind 1 GOOD",
                        "a-behind 2 REVOKED",
                        "z-ahead 1 GOOD",
                        "z-ahead 2 REVOKED",
                        "h-3 2 REVOKED");
        assertThat(progress()).containsExactly("0/0 false", "3/3 false", "5/6 true");
    }

    @Test
    void a_walk_goes_on_after_a_restart_where_it_was() {
        register(KEY, holders(8));
        drain();
        compromise(KEY, "r-1");
        tick();
        assertThat(statuses()).hasSize(3);

        restart();
        tick();
        assertThat(statuses()).containsExactly("h-3 2 REVOKED", "h-4 2 REVOKED", "h-5 2 REVOKED");
        tick();
        assertThat(statuses()).containsExactly("h-6 2 REVOKED", "h-7 2 REVOKED");
        assertThat(progress()).containsExactly("6/6 false", "8/8 true");

        restart();
        tick();
        compromise(KEY, "r-1");
        tick();
        assertThat(statuses()).isEmpty();
        assertThat(progress()).isEmpty();
    }

    @Test
    void two_compromised_keys_are_walked_one_after_the_other() {
        register(KEY, holders(4));
        register(OTHER_KEY, List.of("k-0", "k-1"));
        drain();
        compromise(KEY, "r-1");
        compromise(OTHER_KEY, "r-2");
        tick();
        assertThat(statuses()).containsExactly("h-0 2 REVOKED", "h-1 2 REVOKED", "h-2 2 REVOKED");
        tick();
        assertThat(statuses()).containsExactly("h-3 2 REVOKED");
        tick();
        assertThat(statuses()).isEmpty();
        tick();
        assertThat(statuses()).isEmpty();
        tick();
        assertThat(statuses()).containsExactly("k-0 2 REVOKED", "k-1 2 REVOKED");
    }

    @Test
    void time_bounds_a_part_too_and_each_goes_on_by_one_holder_at_least() {
        driver.close();
        driver = started(new DecisionSettings.Walks(1000, Duration.ofNanos(1), Duration.ofHours(1)), Issuers.EVERY);
        register(KEY, holders(2));
        drain();
        compromise(KEY, "r-1");
        tick();
        assertThat(statuses()).containsExactly("h-0 2 REVOKED");
        tick();
        assertThat(statuses()).containsExactly("h-1 2 REVOKED");
        tick();
        // Not told every tick, but at the beginning and at the end.
        assertThat(progress()).containsExactly("0/0 false", "2/2 true");
    }

    @Test
    void certificates_by_other_keys_than_those_set_are_refused() {
        driver.close();
        driver = started(
                walking(3),
                new Issuers(List.of(new Issuer(KEY, "O=JPKI-TEST", Kind.SIGNING, NOW, NOW.plusSeconds(1)))));
        register(KEY, List.of("known"));
        register(OTHER_KEY, List.of("unknown"));
        sendRegistration(KEY, "other-kind", CertificateKind.AUTHENTICATION);

        assertThat(statuses()).containsExactly("known 1 GOOD");
        assertThat(outcomes())
                .containsExactly(
                        "request-known certificate-requests ISSUE ACCEPTED REGISTERED",
                        "request-unknown certificate-requests ISSUE REJECTED ISSUER_UNKNOWN",
                        "request-other-kind certificate-requests ISSUE REJECTED ISSUER_NOT_FOR_KIND");
    }

    @Test
    void a_report_under_another_key_is_a_dead_letter() {
        pipe(Topic.ISSUER_EVENTS, OTHER_KEY, report(KEY, "r-1"));
        pipe(Topic.ISSUER_EVENTS, KEY, report(KEY.substring(1), "r-2"));

        assertThat(driver.createOutputTopic(
                                Topic.ISSUER_EVENTS_DLQ.topicName(),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .readRecordsToList())
                .extracting(record ->
                        new String(record.headers().lastHeader("dlq.error").value(), UTF_8))
                .containsExactly("KEY_MISMATCH", "KEY_MISMATCH");
        assertThat(open()).isNull();
    }

    @Test
    void a_report_of_wrong_form_is_rejected_and_one_in_capitals_understood() {
        compromise("abc", "r-1");
        compromise(KEY.toUpperCase(java.util.Locale.ROOT), "r-2");

        assertThat(outcomes())
                .containsExactly(
                        "r-1 issuer-events COMPROMISED REJECTED ISSUER_KEY_ID_INVALID",
                        "r-2 issuer-events COMPROMISED ACCEPTED ISSUER_COMPROMISED");
        assertThat(open()).isEqualTo(KEY);
    }

    @Test
    void a_walk_is_stored_whole() {
        var walk = new IssuerWalk("r-1", NOW, NOW.plusMillis(1), "h-1", 2, 3, true);

        assertThat(IssuerWalk.of(walk.bytes())).isEqualTo(walk);
    }

    private static DecisionSettings.Walks walking(int holdersMax) {
        return new DecisionSettings.Walks(holdersMax, Duration.ofMinutes(1), Duration.ZERO);
    }

    private TopologyTestDriver started(DecisionSettings.Walks walks, Issuers issuers) {
        var builder = new StreamsBuilder();
        var settings = new DecisionSettings(Policy.ofRuleBook(), 1, REGISTRY, TICK, 1000, issuers, walks);
        var inputs = builder.stream(
                DecisionTopology.INPUTS.stream().map(Topic::topicName).toList(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("inputs"));
        new DecisionTopology(settings, clock, new RegistryPatience(Duration.ofMillis(1))).accept(inputs);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "issuer-walks-test");
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve("start-" + starts++).toString());
        return new TopologyTestDriver(builder.build(), config, clock.instant());
    }

    /** A new driver with what the stores of the old one held, as changelogs would bring it back. */
    private void restart() {
        var old = driver;
        driver = started(walking(3), Issuers.EVERY);
        copy(old, Stores.HOLDERS, StoredHolder.class);
        copy(old, Stores.ISSUERS, byte[].class);
        try (var all = old.<Bytes, byte[]>getKeyValueStore(Stores.DEADLINES).all()) {
            all.forEachRemaining(entry ->
                    driver.<Bytes, byte[]>getKeyValueStore(Stores.DEADLINES).put(entry.key, entry.value));
        }
        old.close();
    }

    @SuppressWarnings("unused") // The type tells the compiler what the store holds.
    private <V> void copy(TopologyTestDriver from, String store, Class<V> type) {
        try (var all = from.<String, V>getKeyValueStore(store).all()) {
            all.forEachRemaining(
                    entry -> driver.<String, V>getKeyValueStore(store).put(entry.key, entry.value));
        }
    }

    private static List<String> holders(int count) {
        return IntStream.range(0, count).mapToObj(i -> "h-" + i).toList();
    }

    private void tick() {
        driver.advanceWallClockTime(TICK);
    }

    private void register(String issuerKeyId, List<String> holders) {
        holders.forEach(holder -> sendRegistration(issuerKeyId, holder, CertificateKind.SIGNING));
    }

    private void sendRegistration(String issuerKeyId, String holder, CertificateKind kind) {
        var id = "request-" + holder;
        pipe(
                Topic.CERTIFICATE_REQUESTS,
                holder,
                CertificateRequestMessage.newBuilder()
                        .setId(id)
                        .setSource("/test")
                        .setOccurredAt(NOW)
                        .setRecordedAt(NOW)
                        .setIssue(CertificateRegistration.newBuilder()
                                .setRequestId(id)
                                .setHolderId(holder)
                                .setMunicipality("012246")
                                .setCarrier(Carrier.CARD)
                                .setKind(kind)
                                .setIssuerKeyId(issuerKeyId)
                                .setSerial(serial(holder))
                                .setNotBefore(Instant.parse("2025-10-27T00:00:00Z"))
                                .setNotAfter(Instant.parse("2030-02-17T14:59:59Z"))
                                .setDateOfBirth("1990-02-17")
                                .setRecordNumber(1)
                                .build())
                        .build());
    }

    private static String serial(String holder) {
        return java.util.HexFormat.of().formatHex(holder.getBytes(UTF_8));
    }

    private static String holderOf(String certificateId) {
        return new String(java.util.HexFormat.of().parseHex(certificateId.split(":", -1)[1]), UTF_8);
    }

    private void compromise(String issuerKeyId, String requestId) {
        pipe(Topic.ISSUER_EVENTS, issuerKeyId, report(issuerKeyId, requestId));
    }

    private static IssuerEventMessage report(String issuerKeyId, String requestId) {
        return IssuerEventMessage.newBuilder()
                .setId(requestId)
                .setSource("/test")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setCompromised(new IssuerCompromised(requestId, issuerKeyId))
                .build();
    }

    private List<String> statuses() {
        return read(Topic.CERTIFICATE_STATUS, CertificateStatus.class).stream()
                .map(status ->
                        holderOf(status.getCertificateId()) + " " + status.getVersion() + " " + status.getStatus())
                .toList();
    }

    /** Each as {@code walked/ended complete}. */
    private List<String> progress() {
        return read(Topic.ISSUER_EVENTS, IssuerEventMessage.class).stream()
                .map(IssuerEventMessage::getProgress)
                .filter(Objects::nonNull)
                .map(IssuerWalksTest::text)
                .toList();
    }

    private static String text(IssuerProgress progress) {
        return progress.getWalked() + "/" + progress.getEnded() + " " + progress.getComplete();
    }

    private List<String> outcomes() {
        return read(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class).stream()
                .map(CertificateEventMessage::getInputDecided)
                .filter(Objects::nonNull)
                .map(IssuerWalksTest::text)
                .toList();
    }

    private static String text(InputDecided decided) {
        return String.join(
                " ",
                decided.getInputId(),
                decided.getInputTopic(),
                decided.getInputType(),
                decided.getOutcome().name(),
                decided.getCode());
    }

    private @Nullable String open() {
        var open = driver.<String, byte[]>getKeyValueStore(Stores.ISSUERS).get("open");
        return open == null ? null : new String(open, UTF_8);
    }

    private void drain() {
        for (var topic :
                List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS, Topic.NOTICES, Topic.ISSUER_EVENTS)) {
            driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList();
        }
    }

    private <T extends SpecificRecord> void pipe(Topic topic, String key, T message) {
        try (var codec = new MessageCodec<T>(topic, typeOf(message), REGISTRY)) {
            driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new TestRecord<>(key.getBytes(UTF_8), codec.encode(message)));
        }
    }

    @SuppressWarnings("unchecked") // The class of a T is a Class<T>.
    private static <T extends SpecificRecord> Class<T> typeOf(T message) {
        return (Class<T>) message.getClass();
    }

    private <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        var found = new ArrayList<T>();
        driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .forEach(value -> found.add(decoded(topic, type, value)));
        return found;
    }

    private static <T extends SpecificRecord> T decoded(Topic topic, Class<T> type, byte[] value) {
        try (var codec = new MessageCodec<>(topic, type, REGISTRY)) {
            return ((Decoded.Understood<T>) codec.decode(value)).value();
        }
    }
}
