package jp.tenkyo.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, its own controller) in this process, without replicas: for one machine and for tests.
 *
 * <p>Close it before deleting its folder: Kafka halts the whole process when a log folder vanishes under it.
 */
public final class LocalBroker implements AutoCloseable {

    private static final int START_ATTEMPTS_MAX = 5;

    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker, formatting the folder if it is new; one that is not goes on with what it holds. Returns when
     * clients can connect.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @throws IllegalStateException if the port is taken
     */
    public static LocalBroker start(Path dataFolder, int port) {
        var folder = dataFolder.toAbsolutePath();
        for (var attempt = 1; ; attempt++) {
            try {
                return startOnce(folder, FreePort.orAny(port));
            } catch (RuntimeException | IOException e) {
                if (port != 0 || attempt == START_ATTEMPTS_MAX || !portTaken(e)) {
                    throw new IllegalStateException(
                            "The broker did not start on port %d with its data in %s: %s".formatted(port, folder, e),
                            e);
                }
            }
        }
    }

    private static LocalBroker startOnce(Path folder, int port) throws IOException {
        var controllerPort = FreePort.any();
        var settings = BrokerSettings.of(folder, port, controllerPort);
        format(folder);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
            return new LocalBroker(server, port);
        } catch (RuntimeException | Error e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    private static void format(Path folder) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        var formatter = new Formatter()
                // Says otherwise on standard output, which belongs to whoever starts a broker, that it formats.
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setMetadataLogDirectory(Optional.of(folder.toString()))
                .addDirectory(folder.toString());
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Cannot format " + folder, e);
        }
    }

    private static boolean portTaken(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("already in use")) {
                return true;
            }
        }
        return false;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker and returns when its files are closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
