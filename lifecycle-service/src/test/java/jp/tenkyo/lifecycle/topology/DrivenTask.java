package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
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
import jp.tenkyo.lifecycle.core.Policy;
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

/**
 * One task of the decisions, without a broker: what it takes in when certificates are registered and issuers' keys
 * compromised, and what it says.
 */
final class DrivenTask implements AutoCloseable {

    static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    static final String OTHER_KEY = "ffff456789abcdef0123456789abcdef01234567";
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration TICK = Duration.ofMillis(200);
    /** Shared by tests that run side by side, and so never dropped. */
    private static final Map<String, ?> REGISTRY = Map.of("schema.registry.url", "mock://issuer-walks");

    private final ManualClock clock = new ManualClock(NOW);
    private final Path folder;
    private Policy policy = Policy.ofRuleBook();
    private DecisionSettings.Ticks ticks = new DecisionSettings.Ticks(TICK, 1000, Duration.ofMinutes(1));
    private int starts;
    private TopologyTestDriver driver;

    DrivenTask(Path folder) throws Exception {
        this.folder = folder;
        var registry = MockSchemaRegistry.getClientForScope("issuer-walks");
        for (var topic : Topic.withSchema()) {
            registry.register(
                    topic.subject(), SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
        driver = started(walking(3), Issuers.EVERY);
    }

    /** Anew, with nothing known. */
    void begin(DecisionSettings.Walks walks, Issuers issuers) {
        driver.close();
        driver = started(walks, issuers);
    }

    /** Anew, with nothing known, and so much time for what is due in a tick. */
    void begin(Duration atMost) {
        ticks = new DecisionSettings.Ticks(TICK, 1000, atMost);
        begin(walking(3), Issuers.EVERY);
    }

    ManualClock clock() {
        return clock;
    }

    /** Untouched, in the order of the topic. */
    List<TestRecord<byte[], byte[]>> records(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    static DecisionSettings.Walks walking(int holdersMax) {
        return new DecisionSettings.Walks(holdersMax, Duration.ofMinutes(1), Duration.ZERO);
    }

    private TopologyTestDriver started(DecisionSettings.Walks walks, Issuers issuers) {
        var builder = new StreamsBuilder();
        var settings = new DecisionSettings(policy, 1, REGISTRY, ticks, issuers, walks, DecisionSettings.COMMIT_EVERY);
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

    /** The same with other numbers set. */
    void restart(Policy other) {
        policy = other;
        restart();
    }

    /** What falls due, each as {@code holder instant}, in the order of time. */
    List<String> deadlines() {
        var found = new ArrayList<String>();
        try (var all = driver.<Bytes, byte[]>getKeyValueStore(Stores.DEADLINES).all()) {
            all.forEachRemaining(entry -> {
                var key = DeadlineKey.of(entry.key);
                found.add(key.holderId() + " " + key.at());
            });
        }
        return found;
    }

    /** A new driver with what the stores of the old one held, as changelogs would bring it back. */
    void restart() {
        var old = driver;
        driver = started(walking(3), Issuers.EVERY);
        copy(old, Stores.HOLDERS, StoredHolder.class);
        copy(old, Stores.ISSUERS, byte[].class);
        copy(old, Stores.POLICY, byte[].class);
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

    static List<String> holders(int count) {
        return IntStream.range(0, count).mapToObj(i -> "h-" + i).toList();
    }

    void tick() {
        driver.advanceWallClockTime(TICK);
    }

    void register(String issuerKeyId, List<String> holders) {
        holders.forEach(holder -> sendRegistration(issuerKeyId, holder, CertificateKind.SIGNING));
    }

    void sendRegistration(String issuerKeyId, String holder, CertificateKind kind) {
        var id = "request-" + holder;
        pipe(
                Topic.CERTIFICATE_REQUESTS,
                holder,
                request(id)
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

    static CertificateRequestMessage.Builder request(String id) {
        return CertificateRequestMessage.newBuilder()
                .setId(id)
                .setSource("/test")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW);
    }

    static String serial(String holder) {
        return HexFormat.of().formatHex(holder.getBytes(UTF_8));
    }

    private static String holderOf(String certificateId) {
        return new String(HexFormat.of().parseHex(certificateId.split(":", -1)[1]), UTF_8);
    }

    void compromise(String issuerKeyId, String requestId) {
        pipe(Topic.ISSUER_EVENTS, issuerKeyId, report(issuerKeyId, requestId));
    }

    static IssuerEventMessage report(String issuerKeyId, String requestId) {
        return IssuerEventMessage.newBuilder()
                .setId(requestId)
                .setSource("/test")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setCompromised(new IssuerCompromised(requestId, issuerKeyId))
                .build();
    }

    List<String> statuses() {
        return read(Topic.CERTIFICATE_STATUS, CertificateStatus.class).stream()
                .map(status ->
                        holderOf(status.getCertificateId()) + " " + status.getVersion() + " " + status.getStatus())
                .toList();
    }

    /** Each as {@code walked/ended complete}. */
    List<String> progress() {
        return read(Topic.ISSUER_EVENTS, IssuerEventMessage.class).stream()
                .map(IssuerEventMessage::getProgress)
                .filter(Objects::nonNull)
                .map(DrivenTask::text)
                .toList();
    }

    private static String text(IssuerProgress progress) {
        return progress.getWalked() + "/" + progress.getEnded() + " " + progress.getComplete();
    }

    List<String> outcomes() {
        return read(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class).stream()
                .map(CertificateEventMessage::getInputDecided)
                .filter(Objects::nonNull)
                .map(DrivenTask::text)
                .toList();
    }

    static String text(InputDecided decided) {
        return String.join(
                " ",
                decided.getInputId(),
                decided.getInputTopic(),
                decided.getInputType(),
                decided.getOutcome().name(),
                decided.getCode());
    }

    @Nullable
    String open() {
        var open = driver.<String, byte[]>getKeyValueStore(Stores.ISSUERS).get("open");
        return open == null ? null : new String(open, UTF_8);
    }

    void drain() {
        for (var topic :
                List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS, Topic.NOTICES, Topic.ISSUER_EVENTS)) {
            driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList();
        }
    }

    <T extends SpecificRecord> void pipe(Topic topic, String key, T message) {
        try (var codec = new MessageCodec<T>(topic, typeOf(message), REGISTRY)) {
            driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new TestRecord<>(key.getBytes(UTF_8), codec.encode(message)));
        }
    }

    @SuppressWarnings("unchecked") // The class of a T is a Class<T>.
    private static <T extends SpecificRecord> Class<T> typeOf(T message) {
        return (Class<T>) message.getClass();
    }

    <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        var found = new ArrayList<T>();
        driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .forEach(value -> found.add(decoded(topic, type, value)));
        return found;
    }

    static <T extends SpecificRecord> T decoded(Topic topic, Class<T> type, byte[] value) {
        try (var codec = new MessageCodec<>(topic, type, REGISTRY)) {
            return ((Decoded.Understood<T>) codec.decode(value)).value();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
