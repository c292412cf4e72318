package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.lifecycle.contract.ClockContract;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Business time from a topic, with the real serializers, without a broker. Each driver stands for one partition. */
class SimulatedClockTest {

    private static final String SCOPE = "simulated-clock";
    private static final Map<String, ?> REGISTRY = Map.of("schema.registry.url", "mock://" + SCOPE);
    private static final Instant START = Instant.parse("2030-02-16T15:00:00Z");
    private static final Instant LAST_SECOND = Instant.parse("2030-02-17T14:59:59Z");
    private static final Instant EXPIRED = Instant.parse("2030-02-17T15:00:00Z");
    private static final Instant TOLD = Instant.parse("2030-02-18T00:00:00Z");
    private static final int DUE_PER_TICK = 3;

    private final SimulatedTime time = new SimulatedTime(START);
    private TopologyTestDriver driver;

    @BeforeEach
    void start() throws Exception {
        var registry = MockSchemaRegistry.getClientForScope(SCOPE);
        for (var topic : Topic.withSchema()) {
            var schema = topic.schema().orElseThrow().toString().replace(",\"avro.java.string\":\"String\"", "");
            registry.register(topic.subject(), new AvroSchema(schema));
        }
        driver = driver(time);
    }

    @AfterEach
    void stop() {
        driver.close();
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void decisions_carry_the_instant_that_the_task_was_told() {
        register(driver, "holder-1");
        tell(driver, LAST_SECOND);
        assertThat(happened(driver)).containsExactly("registered " + START, "decided " + START);

        tell(driver, EXPIRED);
        register(driver, "holder-2");
        assertThat(happened(driver))
                .containsExactly(
                        "expired " + EXPIRED, "registered " + EXPIRED, "expired " + EXPIRED, "decided " + EXPIRED);
    }

    @Test
    void all_that_is_due_is_decided_in_chunks_before_the_next_input() {
        var many = DUE_PER_TICK * 3 + 1;
        IntStream.range(0, many).forEach(i -> register(driver, "holder-" + i));
        happened(driver);

        tell(driver, TOLD);
        var due = happened(driver);
        assertThat(due).hasSize(many).allMatch(("expired " + TOLD)::equals);
        assertThat(time.partitions()).containsEntry(0, new SimulatedTime.Reached(TOLD, false));
    }

    @Test
    void the_clock_never_goes_back() {
        tell(driver, EXPIRED);
        tell(driver, START);
        register(driver, "holder-1");
        assertThat(happened(driver)).contains("decided " + EXPIRED);
        assertThat(time.latest()).isEqualTo(EXPIRED);
    }

    @Test
    void every_partition_keeps_its_own_time() {
        var otherTime = new SimulatedTime(START);
        try (var other = driver(otherTime)) {
            tell(driver, TOLD);
            register(driver, "holder-1");
            register(other, "holder-2");
            assertThat(happened(driver)).contains("decided " + TOLD);
            assertThat(happened(other)).contains("decided " + START);
        }
    }

    @Test
    void a_restart_keeps_the_instant() {
        var context = new MockProcessorContext<Void, Void>();
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BusinessClock.STORE), Serdes.String(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        new BusinessClock(context, time).advance(TOLD);

        var restarted = new SimulatedTime(START);
        var again = new BusinessClock(context, restarted);
        store.close();
        assertThat(again.now()).isEqualTo(TOLD);
        // Nobody knows before a tick has looked.
        assertThat(restarted.partitions()).containsEntry(0, new SimulatedTime.Reached(TOLD, true));
    }

    @Test
    void what_is_no_clock_record_becomes_a_dead_letter() {
        driver.createInputTopic(Topic.BUSINESS_CLOCK.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, "noon".getBytes(UTF_8)));
        var letter = driver.createOutputTopic(
                        Topic.BUSINESS_CLOCK_DLQ.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecord();
        assertThat(letter.value()).isEqualTo("noon".getBytes(UTF_8));
        KeyValueStore<String, Long> store = driver.getKeyValueStore(BusinessClock.STORE);
        assertThat(store.get("now")).isNull();
    }

    private static TopologyTestDriver driver(SimulatedTime time) {
        var builder = new StreamsBuilder();
        var settings = new DecisionSettings(
                Policy.ofRuleBook(),
                1,
                REGISTRY,
                new DecisionSettings.Ticks(Duration.ofMillis(200), DUE_PER_TICK, Duration.ofSeconds(1)));
        var inputs = builder.stream(
                DecisionTopology.inputs(true).stream().map(Topic::topicName).toList(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("inputs"));
        InstantSource nobodyAsks = () -> {
            throw new AssertionError("a simulation does not ask the machine what time it is");
        };
        new DecisionTopology(settings, nobodyAsks, new RegistryPatience(Duration.ofMillis(1)), Optional.of(time))
                .accept(inputs);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "simulated-clock-" + System.identityHashCode(time));
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        return new TopologyTestDriver(builder.build(), config, Instant.EPOCH);
    }

    private static void tell(TopologyTestDriver driver, Instant now) {
        try (var contract = new ClockContract(REGISTRY)) {
            driver.createInputTopic(
                            Topic.BUSINESS_CLOCK.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(
                            new TestRecord<>(ClockContract.KEY.getBytes(UTF_8), contract.write("clock-" + now, now)));
        }
    }

    private static void register(TopologyTestDriver driver, String holder) {
        var message = CertificateRequestMessage.newBuilder()
                .setId("request-" + holder)
                .setSource("/test")
                .setOccurredAt(START)
                .setRecordedAt(START)
                .setIssue(CertificateRegistration.newBuilder()
                        .setRequestId("request-" + holder)
                        .setHolderId(holder)
                        .setMunicipality("012246")
                        .setCarrier(Carrier.CARD)
                        .setKind(CertificateKind.AUTHENTICATION)
                        .setIssuerKeyId("0123456789abcdef0123456789abcdef01234567")
                        .setSerial("1A2B3C" + Integer.toHexString(holder.hashCode() & 0xffff))
                        .setNotBefore(Instant.parse("2025-10-27T00:00:00Z"))
                        .setNotAfter(LAST_SECOND)
                        .setDateOfBirth(LocalDate.of(1990, 2, 17).toString())
                        .setRecordNumber(1)
                        .build())
                .build();
        try (var codec = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, REGISTRY)) {
            driver.createInputTopic(
                            Topic.CERTIFICATE_REQUESTS.topicName(),
                            new ByteArraySerializer(),
                            new ByteArraySerializer())
                    .pipeInput(new TestRecord<>(holder.getBytes(UTF_8), codec.encode(message)));
        }
    }

    /** What was decided since the last look, each with the instant of the decision. */
    private static List<String> happened(TopologyTestDriver driver) {
        try (var codec = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, REGISTRY)) {
            return driver
                    .createOutputTopic(
                            Topic.CERTIFICATE_EVENTS.topicName(),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())
                    .readValuesToList()
                    .stream()
                    .map(codec::decode)
                    .map(decoded -> ((Decoded.Understood<CertificateEventMessage>) decoded).value())
                    .map(event -> nameOf(event) + " " + event.getRecordedAt())
                    .toList();
        }
    }

    private static String nameOf(CertificateEventMessage event) {
        if (event.getInputDecided() != null) {
            return "decided";
        }
        return Objects.isNull(event.getCertificateExpired()) ? "registered" : "expired";
    }
}
