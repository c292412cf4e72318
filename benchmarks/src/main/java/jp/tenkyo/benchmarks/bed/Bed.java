package jp.tenkyo.benchmarks.bed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.SchemaSetup;
import jp.tenkyo.schemas.setup.TopicSetup;
import jp.tenkyo.stack.LocalRegistry;
import jp.tenkyo.stack.ServiceJar;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A test bed on one machine: a broker and a registry with all topics and schemas, each in a process of its own, and the
 * processes that are started on it. All data is new, and gone when it is closed.
 */
public final class Bed implements AutoCloseable {

    public static final TopicLayout LAYOUT = new TopicLayout(6, (short) 1);

    /** Application id of the service's reads. */
    public static final String READS = "tenkyo-lifecycle-reads";

    /** As docker-compose.yml gives it. */
    private static final List<String> BROKER_JVM = List.of("-Xms256m", "-Xmx512m", "-XX:+UseG1GC");

    /** What is measured side by side runs with the same. */
    private static final List<String> APPLICATION_JVM = List.of("-Xmx1g", "-XX:+UseG1GC");

    private static final Duration BROKER_READY_WITHIN = Duration.ofSeconds(60);

    private final Path home;
    private final BedFolder folder;
    private final JavaProcess broker;
    private final String bootstrapServers;
    private final LocalRegistry registry;
    private final List<JavaProcess> applications = new ArrayList<>();

    private Bed(Path home, BedFolder folder, JavaProcess broker, String bootstrapServers, LocalRegistry registry) {
        this.home = home;
        this.folder = folder;
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
    }

    /** Starts broker and registry and makes topics and schemas. */
    public static Bed start() throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("tenkyo.home", ".")).toAbsolutePath();
        var folder = BedFolder.in(home.resolve("benchmarks/target"));
        var broker = JavaProcess.start(
                "broker",
                folder.path(),
                BROKER_JVM,
                System.getProperty("java.class.path"),
                List.of(BrokerProcess.class.getName(), brokerFiles(folder).toString()));
        try {
            var registry = LocalRegistry.start(folder.path().resolve("registry"), 0);
            var address = broker.awaitLine(BrokerProcess.READY, BROKER_READY_WITHIN);
            var bed = new Bed(home, folder, broker, address, registry);
            bed.prepare();
            return bed;
        } catch (IOException | InterruptedException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private void prepare() {
        try (var admin = admin()) {
            TopicSetup.create(admin, LAYOUT);
        }
        SchemaSetup.register(registry.url());
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Reads nothing but what is committed, as any reader of the service's topics should; partitions are its owner's.
     */
    public KafkaConsumer<byte[], byte[]> committedReader() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    public Map<String, String> registry() {
        return Map.of("schema.registry.url", registry.url());
    }

    public JavaProcess broker() {
        return broker;
    }

    /** Where applications of this bed may keep files. */
    public Path folder() {
        return folder.path();
    }

    /** Where the broker keeps its logs. */
    public Path brokerFiles() {
        return brokerFiles(folder);
    }

    private static Path brokerFiles(BedFolder folder) {
        return folder.path().resolve("kafka");
    }

    /** Where an instance of lifecycle-service keeps its state; each on its own. */
    public Path stateFolder(String instance) {
        return folder().resolve("state-" + instance);
    }

    /**
     * Starts lifecycle-service's own jar, unpacked, of which nobody asks anything.
     *
     * @param settings beyond where everything is, such as {@code --tenkyo.ticks.every=1s}
     */
    public JavaProcess startLifecycle(List<String> settings) throws IOException, InterruptedException {
        return startLifecycle("lifecycle-service", freePort(), settings);
    }

    /**
     * Starts one of several instances of lifecycle-service.
     *
     * @param instance tells it and its state from the others
     * @param port where it listens
     */
    public JavaProcess startLifecycle(String instance, int port, List<String> settings)
            throws IOException, InterruptedException {
        return startService(
                "lifecycle-service", instance, Stream.concat(Stream.of("--server.port=" + port), settings.stream()));
    }

    /** A port on which nobody listens now. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts status-service's own jar, unpacked.
     *
     * @param settings beyond where everything is: port, issuers and responders
     */
    public JavaProcess startStatus(List<String> settings) throws IOException, InterruptedException {
        return startService("status-service", "status-service", settings.stream());
    }

    private JavaProcess startService(String module, String instance, Stream<String> settings)
            throws IOException, InterruptedException {
        var jar = ServiceJar.of(home, module);
        var usual = Stream.of(
                jar.mainClass(),
                "--tenkyo.kafka.bootstrap-servers=" + bootstrapServers,
                "--tenkyo.kafka.partitions=" + LAYOUT.partitions(),
                "--tenkyo.kafka.replication-factor=" + LAYOUT.replicationFactor(),
                "--tenkyo.registry.url=" + registry.url(),
                "--tenkyo.state-folder=" + stateFolder(instance));
        return keep(JavaProcess.start(
                instance,
                folder(),
                APPLICATION_JVM,
                jar.path().toString(),
                Stream.concat(usual, settings).toList()));
    }

    /** Starts a main class of this module, with the memory and the collector that the service has. */
    public JavaProcess start(Class<?> main, List<String> arguments) throws IOException {
        return keep(JavaProcess.start(
                main.getSimpleName(),
                folder(),
                APPLICATION_JVM,
                System.getProperty("java.class.path"),
                Stream.concat(Stream.of(main.getName()), arguments.stream()).toList()));
    }

    /** Waits until the service's own reads have taken in all that it has decided. */
    public void awaitReads(Duration within) throws InterruptedException {
        try (var offsets = new Offsets(this)) {
            offsets.awaitCaughtUp(
                    READS, List.of(Topic.CERTIFICATE_STATUS.topicName(), Topic.CERTIFICATE_EVENTS.topicName()), within);
        }
    }

    private JavaProcess keep(JavaProcess application) {
        applications.add(application);
        return application;
    }

    @Override
    public void close() {
        applications.forEach(JavaProcess::close);
        registry.close();
        broker.close();
        folder.close();
    }
}
