package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The reads' topology without a broker, with the real serializers and stores. */
final class ReadsDriver implements AutoCloseable {

    private final String scope = UUID.randomUUID().toString();
    private final Map<String, ?> registry = Map.of("schema.registry.url", "mock://" + scope);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MessageCodec<CertificateStatus> statusCodec =
            new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
    private final MessageCodec<CertificateEventMessage> eventCodec =
            new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
    private final StoredMessages messages = new StoredMessages(registry);
    private final TopologyTestDriver driver;

    /** @param start of the machine's time, which stands still */
    ReadsDriver(Path folder, Instant start) throws IOException, RestClientException {
        var client = MockSchemaRegistry.getClientForScope(scope);
        for (var topic : List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS)) {
            client.register(
                    topic.subject(), SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
        var builder = new StreamsBuilder();
        var consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        new ReadsTopology(
                        new ReadsSettings(1, registry),
                        new RegistryPatience(Duration.ofSeconds(1)),
                        new ReadsMetrics(meters, InstantSource.fixed(start)))
                .accept(
                        builder.stream(Topic.CERTIFICATE_STATUS.topicName(), consumed),
                        builder.stream(Topic.CERTIFICATE_EVENTS.topicName(), consumed));
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "reads-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(builder.build(), settings);
    }

    void take(CertificateStatus status) {
        take(status.getCertificateId(), status, new RecordHeaders(), Instant.EPOCH);
    }

    void take(String key, CertificateStatus status, Headers headers, Instant at) {
        pipe(Topic.CERTIFICATE_STATUS, key, statusCodec.encode(status), headers, at);
    }

    void take(CertificateEventMessage event) {
        take(event, Instant.EPOCH);
    }

    void take(CertificateEventMessage event, Instant at) {
        take(event.getHolderId(), event, at);
    }

    void take(String key, CertificateEventMessage event, Instant at) {
        pipe(Topic.CERTIFICATE_EVENTS, key, eventCodec.encode(event), new RecordHeaders(), at);
    }

    void takeBytes(Topic topic, String key, byte[] value) {
        pipe(topic, key, value, new RecordHeaders(), Instant.EPOCH);
    }

    private void pipe(Topic topic, String key, byte[] value, Headers headers, Instant at) {
        driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, headers, at));
    }

    List<TestRecord<byte[], byte[]>> deadLettersOf(Topic topic) {
        return driver.createOutputTopic(
                        topic.deadLetters().topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    CertificateView certificate(String certificateId) {
        return CertificateView.of(
                messages.status(this.<byte[]>store(ReadStores.CERTIFICATES).get(certificateId)));
    }

    HolderRecord holder(String holderId) {
        return this.<HolderRecord>store(ReadStores.READ_HOLDERS).get(holderId);
    }

    List<TimelineStep> timeline(String holderId) {
        var found = new ArrayList<CertificateEventMessage>();
        try (var entries = this.<byte[]>store(ReadStores.TIMELINES)
                .range(ReadStores.entryKey(holderId, 0), ReadStores.entryKey(holderId, Long.MAX_VALUE))) {
            entries.forEachRemaining(entry -> found.add(messages.event(entry.value)));
        }
        return EventFold.timeline(found);
    }

    /** In the order of the store. */
    List<DecisionView> decisions() {
        var found = new ArrayList<DecisionView>();
        try (var all = this.<DecisionView>store(ReadStores.DECISIONS).all()) {
            all.forEachRemaining(one -> found.add(one.value));
        }
        return found;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    private <T> KeyValueStore<String, T> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
        messages.close();
        statusCodec.close();
        eventCodec.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
