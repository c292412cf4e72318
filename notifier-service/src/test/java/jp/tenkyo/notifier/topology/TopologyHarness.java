package jp.tenkyo.notifier.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.notifier.contract.Samples;
import jp.tenkyo.notifier.core.BackOff;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker, with the real serdes and a registry in memory. */
final class TopologyHarness implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    /** One partition: every key belongs on it. */
    private static final int PARTITIONS = 1;

    private final String scope;
    private final Map<String, Object> registry;
    private final TopologyTestDriver driver;
    private final MessageCodec<NoticeMessage> notices;
    private final MessageCodec<NoticeDeliveryMessage> deliveries;
    private final MessageCodec<ContactPoint> contactPoints;
    final List<DeliveryOutcome> seen = new ArrayList<>();
    final List<DeadLetterCause> buried = new ArrayList<>();
    final PartitionsHere partitions = new PartitionsHere();
    private Instant now = START;

    TopologyHarness(String scope, Path stateFolder) {
        this.scope = scope;
        this.registry = Map.of("schema.registry.url", "mock://" + scope);
        Samples.register(MockSchemaRegistry.getClientForScope(scope));
        notices = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry);
        deliveries = new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, registry);
        contactPoints = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, registry);
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "tenkyo-notifier");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        driver = new TopologyTestDriver(topology(), settings, START);
    }

    // Kafka's serdes are not annotated: for them a byte array may always be null.
    @SuppressWarnings("NullAway")
    Topology topology() {
        var builder = new StreamsBuilder();
        var inputs = builder.stream(
                NotifierTopology.INPUTS.stream().map(Topic::topicName).toList(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Names.INPUTS));
        new NotifierTopology(new BookKeeping(
                        registry,
                        PARTITIONS,
                        new BackOff(Duration.ofMinutes(1), 3, Duration.ofHours(12)),
                        Duration.ofDays(400),
                        () -> now,
                        new RegistryPatience(Duration.ZERO),
                        partitions,
                        seen::add,
                        buried::add))
                .accept(inputs);
        return builder.build();
    }

    void say(NoticeMessage message) {
        pipe(Topic.NOTICES, holder(message), notices.encode(message));
    }

    void say(NoticeDeliveryMessage message) {
        pipe(Topic.NOTICE_DELIVERIES, message.getDelivery().getHolderId(), deliveries.encode(message));
    }

    void say(ContactPoint contact) {
        pipe(Topic.CONTACT_POINTS, contact.getHolderId(), contactPoints.encode(contact));
    }

    void pipe(Topic topic, @Nullable String key, byte @Nullable [] value) {
        driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        key == null ? null : key.getBytes(UTF_8),
                        value,
                        new RecordHeaders().add("traceparent", "00-trace".getBytes(UTF_8)),
                        now));
    }

    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<byte[], byte[]>> written(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    NoticeDeliveryMessage delivery(TestRecord<byte[], byte[]> record) {
        if (deliveries.decode(record.value()) instanceof Decoded.Understood(var message)) {
            return message;
        }
        throw new AssertionError("not a delivery");
    }

    byte[] bytes(NoticeMessage message) {
        return notices.encode(message);
    }

    List<Due> outbox() {
        var keys = new ArrayList<Due>();
        try (var all = driver.<Due, Waiting>getKeyValueStore(Names.OUTBOX).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    Waiting waiting(Due due) {
        return driver.<Due, Waiting>getKeyValueStore(Names.OUTBOX).get(due);
    }

    <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    private static String holder(NoticeMessage message) {
        return message.getPlanned() == null
                ? message.getWithdrawn().getHolderId()
                : message.getPlanned().getHolderId();
    }

    @Override
    public void close() {
        driver.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
