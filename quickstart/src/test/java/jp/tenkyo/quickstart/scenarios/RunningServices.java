package jp.tenkyo.quickstart.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.quickstart.ChildProcess;
import jp.tenkyo.quickstart.Health;
import jp.tenkyo.quickstart.ServiceJars;
import jp.tenkyo.stack.ServiceJar;

/** Both services from their executable jars, each in a process of its own. */
final class RunningServices implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final String LIFECYCLE = "lifecycle-service";
    private static final String NOTIFIER = "notifier-service";
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

    private final ServiceJars jars;
    private final Surroundings surroundings;
    private final Path folder;
    private final int lifecyclePort = freePort();
    private final int notifierPort = freePort();
    private ChildProcess lifecycle;
    private final ChildProcess notifier;

    /** Starts both side by side, and returns when both are ready. */
    RunningServices(Surroundings surroundings, Path folder) throws IOException, InterruptedException {
        this.jars = ServiceJars.in(checkout());
        this.surroundings = surroundings;
        this.folder = folder;
        this.lifecycle = startLifecycle();
        this.notifier = start(
                NOTIFIER,
                jars.notifier(),
                notifierPort,
                "--spring.mail.host=" + surroundings.smtpHost(),
                "--spring.mail.port=" + surroundings.smtpPort());
        try {
            awaitReady(lifecycle, lifecyclePort);
            awaitReady(notifier, notifierPort);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Tests run in the module's folder. */
    private static Path checkout() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** kill -9: it gets no chance to finish anything. */
    void killLifecycle() throws InterruptedException {
        lifecycle.process().destroyForcibly().waitFor();
    }

    /** With the state that the killed one left behind. */
    void restartLifecycle() throws IOException, InterruptedException {
        lifecycle = startLifecycle();
        awaitReady(lifecycle, lifecyclePort);
    }

    boolean lifecycleHasLogged(String words) throws IOException {
        return Files.readString(logs().resolve(LIFECYCLE + ".log")).contains(words);
    }

    private ChildProcess startLifecycle() throws IOException {
        // The group notices a killed member after this; 45 s by default, for which nobody here should have to wait.
        var sessions = "--spring.cloud.stream.kafka.streams.binder.configuration.consumer.session.timeout.ms=6000";
        return start(LIFECYCLE, jars.lifecycle(), lifecyclePort, sessions);
    }

    private ChildProcess start(String name, ServiceJar jar, int port, String... settings) throws IOException {
        var all = Stream.concat(
                        Stream.of(
                                "--server.port=" + port,
                                "--tenkyo.kafka.bootstrap-servers=" + surroundings.bootstrapServers(),
                                "--tenkyo.kafka.partitions=" + WholeSystem.LAYOUT.partitions(),
                                "--tenkyo.registry.url=" + surroundings.registryUrl(),
                                "--tenkyo.state-folder="
                                        + folder.resolve("state").resolve(name)),
                        Stream.of(settings))
                .toList();
        return ChildProcess.start(name, ServiceJars.command(jar, JVM, all), logs());
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private static void awaitReady(ChildProcess service, int port) throws InterruptedException {
        new Health(READY_WITHIN)
                .await(service, URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lifecycle.askToStop();
        notifier.askToStop();
        lifecycle.close();
        notifier.close();
    }
}
