package jp.tenkyo.status.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.TopicSetup;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.freshness.KafkaTopicEnds;
import jp.tenkyo.status.freshness.Reach;
import jp.tenkyo.status.start.Clocks;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A table that follows its topic on a real broker; only the registry is in memory. */
public final class RunningTable implements AutoCloseable {

    public static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    final StatusTable table;
    final Anomalies anomalies = new Anomalies(new SimpleMeterRegistry());
    final FreshnessWatch freshness;
    private final KafkaTopicEnds ends;
    private final StatusReader reader;

    private RunningTable(String bootstrapServers, Path folder, Map<String, Object> registry) {
        var clock = Clocks.system().monotonic();
        var reach = new Reach(clock);
        var topic =
                new StatusTopic(bootstrapServers, PARTITIONS, Tables.settings().pollMax());
        table = Tables.open(folder, anomalies);
        ends = new KafkaTopicEnds(bootstrapServers, StatusTopic.NAME, PARTITIONS);
        freshness = new FreshnessWatch(ends, reach, Tables.settings().staleAfter(), clock);
        reader = new StatusReader(
                topic, registry, new RegistryPatience(Duration.ZERO), table, reach, freshness::hasCaughtUp);
        reader.start();
        freshness.start();
    }

    static RunningTable start(String bootstrapServers, Path folder, Map<String, Object> registry) {
        return new RunningTable(bootstrapServers, folder, registry);
    }

    /** A registry of that name, in memory, which knows the contract. */
    public static Map<String, Object> registry(String scope) {
        var schema = SchemaRegistry.portable(CertificateStatus.getClassSchema());
        try {
            MockSchemaRegistry.getClientForScope(scope).register(Topic.CERTIFICATE_STATUS.subject(), schema);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of("schema.registry.url", "mock://" + scope);
    }

    public static void makeTopics(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicSetup.create(admin, new TopicLayout(PARTITIONS, (short) 1));
        }
    }

    static void remakeTopic(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(StatusTopic.NAME)).all().get();
            await(() -> {
                if (admin.listTopics().names().get().contains(StatusTopic.NAME)) {
                    throw new AssertionError("not deleted yet");
                }
            });
        }
        makeTopics(bootstrapServers);
    }

    public static KafkaProducer<byte[], byte[]> producer(String bootstrapServers, String transactionalId) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "transactional.id", transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    public static ProducerRecord<byte[], byte[]> record(StatusRow row, Map<String, Object> registry) {
        try (var codec = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry)) {
            return new ProducerRecord<>(
                    StatusTopic.NAME, row.id().toString().getBytes(UTF_8), codec.encode(Rows.record(row)));
        }
    }

    /** Returns when the broker has it; whether it is committed is another matter. */
    public static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        var sent = producer.send(record);
        producer.flush();
        sent.resultNow();
    }

    void awaitFound(Found wanted, StatusRow of) {
        await(() -> {
            if (!table.find(of.id()).equals(wanted)) {
                throw new AssertionError("found " + table.find(of.id()));
            }
        });
    }

    void awaitFresh() {
        awaitFreshness("FRESH");
    }

    /** @param wanted the name of a reason, or FRESH */
    void awaitFreshness(String wanted) {
        await(() -> {
            var is = freshness.now() instanceof Freshness.Stale stale
                    ? stale.reason().name()
                    : "FRESH";
            if (!is.equals(wanted)) {
                throw new AssertionError("it is " + is + ", not " + wanted);
            }
        });
    }

    /** What is tried until it holds. */
    public interface Claim {
        void hold() throws Exception;
    }

    public static void await(Claim claim) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                claim.hold();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            restBetweenLooks();
        }
    }

    private static void restBetweenLooks() {
        try {
            new CountDownLatch(1).await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        reader.stop();
        freshness.stop();
        ends.close();
        table.close();
    }
}
