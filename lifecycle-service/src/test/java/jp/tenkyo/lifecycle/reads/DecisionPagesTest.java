package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.stack.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what persons must decide, asked of running instances with a real broker between them. */
class DecisionPagesTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final int PARTITIONS = 3;
    private static final int DECISIONS = 25;
    private static final HostInfo FIRST = new HostInfo("127.0.0.1", 1);
    private static final HostInfo SECOND = new HostInfo("127.0.0.1", 2);

    private final String scope = UUID.randomUUID().toString();
    private final Map<String, ?> registry = Map.of("schema.registry.url", "mock://" + scope);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void an_instance_pages_through_its_partitions_in_one_order_and_names_the_others() throws Exception {
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0)) {
            prepare(broker);
            try (var first = started(broker, FIRST)) {
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> pages(first, FIRST).size() == DECISIONS);
                assertThat(pages(first, FIRST))
                        .extracting(DecisionView::key)
                        .isSorted()
                        .doesNotHaveDuplicates();
                assertThat(page(first, FIRST, "").partitions()).containsExactly(0, 1, 2);
                assertThat(page(first, FIRST, "").elsewhere()).isEmpty();

                try (var second = started(broker, SECOND)) {
                    await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                        assertThat(page(second, SECOND, "").partitions()).isNotEmpty();
                        assertThat(pages(first, FIRST).size()
                                        + pages(second, SECOND).size())
                                .isEqualTo(DECISIONS);
                        assertThat(page(first, FIRST, "").elsewhere()).containsExactly("127.0.0.1:2");
                        assertThat(page(second, SECOND, "").elsewhere()).containsExactly("127.0.0.1:1");
                    });
                    second.close(
                            CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
                }
            }
        } finally {
            MockSchemaRegistry.dropScope(scope);
        }
    }

    private static List<DecisionView> pages(KafkaStreams streams, HostInfo self) {
        var all = new ArrayList<DecisionView>();
        var page = page(streams, self, "");
        all.addAll(page.decisions());
        while (page.next() != null) {
            page = page(streams, self, page.next());
            all.addAll(page.decisions());
        }
        return all;
    }

    private static DecisionPage page(KafkaStreams streams, HostInfo self, String after) {
        return new StoredDecisions(streams, self).page(after, 4);
    }

    private void prepare(LocalBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topic.CERTIFICATE_EVENTS.topicName(), PARTITIONS, (short) 1),
                            new NewTopic(Topic.CERTIFICATE_STATUS.topicName(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        for (var topic : List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS)) {
            MockSchemaRegistry.getClientForScope(scope)
                    .register(
                            topic.subject(),
                            SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
        try (var codec = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
                var producer = new KafkaProducer<byte[], byte[]>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (var i = 0; i < DECISIONS; i++) {
                var event = PinsAndDecisionsTest.needed("h-" + i, "a" + i, NOW.plusSeconds(i));
                var _ = producer.send(new ProducerRecord<>(
                        Topic.CERTIFICATE_EVENTS.topicName(),
                        event.getHolderId().getBytes(UTF_8),
                        codec.encode(event)));
            }
        }
    }

    private KafkaStreams started(LocalBroker broker, HostInfo self) {
        var builder = new StreamsBuilder();
        var consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        new ReadsTopology(
                        new ReadsSettings(PARTITIONS, registry),
                        new RegistryPatience(Duration.ofSeconds(1)),
                        new ReadsMetrics(new SimpleMeterRegistry(), InstantSource.fixed(NOW)))
                .accept(
                        builder.stream(Topic.CERTIFICATE_STATUS.topicName(), consumed),
                        builder.stream(Topic.CERTIFICATE_EVENTS.topicName(), consumed));
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "decision-pages");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve("state-" + self.port()).toString());
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "1");
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        settings.put("probing.rebalance.interval.ms", "60000");
        settings.put("auto.offset.reset", "earliest");
        var streams = new KafkaStreams(builder.build(), settings);
        streams.start();
        return streams;
    }
}
