package jp.tenkyo.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Main class of a process that takes the decisions of lifecycle-service with its own core, and keeps everything in
 * PostgreSQL, which it starts. Arguments: the broker's address, the registry's, a folder for the database.
 */
public final class DatabaseService {

    /** Its consumer group: committed is what is decided and sent. */
    public static final String APPLICATION = "database-service";

    /** It says this, and then the process id of its database, when it is ready. */
    public static final String STARTED = "database ";

    private static final int WORKERS = 2;
    private static final int RECORDS_MAX = 5_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Map<String, String> registry;
    private final String url;

    private DatabaseService(String bootstrapServers, Map<String, String> registry, String url) {
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
        this.url = url;
    }

    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        try (var postgres = start(Path.of(arguments[2]))) {
            var url = postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
            var service = new DatabaseService(arguments[0], Map.of("schema.registry.url", arguments[1]), url);
            try (var connection = service.connect()) {
                Tables.create(connection);
            }
            System.out.println(STARTED + postmaster(Path.of(arguments[2])));
            service.sendLeft();
            service.runUntilOneFails();
        }
    }

    /** Without waiting for the disk, as the broker does not wait for it either. */
    private static EmbeddedPostgres start(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                // Nothing here is better looked for otherwise, and no statistics are there when the first batches come.
                .setServerConfig("enable_seqscan", "off")
                .setServerConfig("enable_hashjoin", "off")
                .setServerConfig("enable_mergejoin", "off")
                .start();
    }

    /** The process that all of PostgreSQL's others descend from: the first line of its file says which. */
    private static String postmaster(Path folder) throws IOException {
        try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
            return lines.findFirst().orElseThrow().strip();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private void sendLeft() throws SQLException {
        try (var rows = new Rows(connect(), Policy.ofRuleBook());
                var relay = new Relay(rows, producer())) {
            relay.sendLeft();
        }
    }

    private void runUntilOneFails() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            var running = new ExecutorCompletionService<Void>(threads);
            for (var i = 0; i < WORKERS; i++) {
                running.submit(this::work);
            }
            running.take().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Void work() throws SQLException {
        try (var consumer = consumer();
                var rows = new Rows(connect(), Policy.ofRuleBook());
                var relay = new Relay(rows, producer());
                var worker = new Worker(rows, relay, Policy.ofRuleBook(), registry)) {
            consumer.subscribe(
                    List.of(Topic.CERTIFICATE_REQUESTS.topicName(), Topic.RESIDENT_CHANGES.topicName()),
                    new Assignment(consumer, rows));
            while (true) {
                var records = consumer.poll(POLL);
                var sent = records.isEmpty() ? worker.finish() : worker.take(records);
                if (!sent.isEmpty()) {
                    consumer.commitAsync(sent, null);
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        APPLICATION,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        RECORDS_MAX),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        65_536,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
