package jp.tenkyo.quickstart;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The services, each in a process of its own. */
final class Services implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final String READINESS = "/actuator/health/readiness";

    /** Bounds that keep the whole tree below 3.0 GB; RocksDB and thread stacks come on top of the heap. */
    private static final List<String> LIFECYCLE_JVM = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Xss512k",
            // Only what is really hot is worth the second compiler's time in a run of minutes on two cores.
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=50000");

    private static final List<String> NOTIFIER_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");
    private static final List<String> STATUS_JVM =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");
    private static final List<String> IMPORT_JVM =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

    private final ServiceJars jars;
    private final DataFolder data;
    private final PortPlan ports;
    private final String registryUrl;
    private final ChildProcess lifecycle;
    private final ChildProcess notifier;
    private final ChildProcess status;

    private Services(
            ServiceJars jars,
            DataFolder data,
            PortPlan ports,
            String registryUrl,
            ChildProcess lifecycle,
            ChildProcess notifier,
            ChildProcess status) {
        this.jars = jars;
        this.data = data;
        this.ports = ports;
        this.registryUrl = registryUrl;
        this.lifecycle = lifecycle;
        this.notifier = notifier;
        this.status = status;
    }

    /** @throws CannotRunException if one is no longer there */
    void failIfEnded() {
        for (var service : List.of(lifecycle, notifier, status)) {
            if (!service.process().isAlive()) {
                throw service.problem("ended with status " + service.process().exitValue());
            }
        }
    }

    /** What to say when the decisions do not go on. */
    CannotRunException standsStill(String where) {
        return lifecycle.problem("does not go on: " + where);
    }

    /** Starts them all; {@link #awaitReady} says when they can be used. */
    static Services start(
            ServiceJars jars,
            DataFolder data,
            PortPlan ports,
            String registryUrl,
            ServiceSettings settings,
            CityIssuers issuers)
            throws IOException {
        var shared = List.of(
                "--tenkyo.kafka.bootstrap-servers=127.0.0.1:" + ports.kafka(),
                "--tenkyo.registry.url=" + registryUrl,
                "--tenkyo.kafka.partitions=" + Stack.LAYOUT.partitions(),
                "--tenkyo.kafka.replication-factor=" + Stack.LAYOUT.replicationFactor());
        var begun = new ArrayList<ChildProcess>();
        try {
            begun.add(ChildProcess.start(
                    "lifecycle-service",
                    ServiceJars.command(
                            jars.lifecycle(),
                            LIFECYCLE_JVM,
                            with(
                                    shared,
                                    settings.lifecycle(),
                                    List.of(
                                            "--server.port=" + ports.lifecycle(),
                                            "--tenkyo.state-folder="
                                                    + data.state().resolve("lifecycle")))),
                    data.logs()));
            begun.add(ChildProcess.start(
                    "notifier-service",
                    ServiceJars.command(
                            jars.notifier(),
                            NOTIFIER_JVM,
                            with(
                                    shared,
                                    settings.notifier(),
                                    List.of(
                                            "--server.port=" + ports.notifier(),
                                            "--tenkyo.state-folder="
                                                    + data.state().resolve("notifier"),
                                            "--spring.mail.host=127.0.0.1",
                                            "--spring.mail.port=" + ports.smtp()))),
                    data.logs()));
            begun.add(ChildProcess.start(
                    "status-service",
                    ServiceJars.command(
                            jars.status(),
                            STATUS_JVM,
                            with(
                                    shared,
                                    issuers.arguments(),
                                    List.of(
                                            "--server.port=" + ports.status(),
                                            "--tenkyo.state-folder="
                                                    + data.state().resolve("status"),
                                            "--tenkyo.lists.folder=" + data.lists(),
                                            "--tenkyo.lists.published-at=" + PortPlan.url(ports.status()),
                                            // A city's certificates need little.
                                            "--tenkyo.table.block-cache=48MB",
                                            "--tenkyo.table.write-buffers=24MB"))),
                    data.logs()));
            return new Services(jars, data, ports, registryUrl, begun.get(0), begun.get(1), begun.get(2));
        } catch (IOException e) {
            begun.forEach(ChildProcess::askToStop);
            throw e;
        }
    }

    private static List<String> with(List<String> shared, List<String> special, List<String> own) {
        return Stream.of(shared, special, own).flatMap(List::stream).toList();
    }

    void awaitReady() throws InterruptedException {
        var health = new Health(READY_WITHIN);
        health.await(lifecycle, URI.create(PortPlan.url(ports.lifecycle()) + READINESS));
        health.await(notifier, URI.create(PortPlan.url(ports.notifier()) + READINESS));
        health.await(status, URI.create(PortPlan.url(ports.status()) + READINESS));
    }

    /** Runs the service's own import command on a file of changes; it ends by itself. */
    ChildProcess startImport(Path file, Path refused) throws IOException {
        var arguments = List.of(
                "import",
                file.toString(),
                "--bootstrap-servers",
                "127.0.0.1:" + ports.kafka(),
                "--registry",
                registryUrl,
                "--refused",
                refused.toString());
        return ChildProcess.start("import", ServiceJars.command(jars.lifecycle(), IMPORT_JVM, arguments), data.logs());
    }

    /** Stops them side by side: each takes a while to leave its consumer group. */
    @Override
    public void close() {
        lifecycle.askToStop();
        notifier.askToStop();
        status.askToStop();
        lifecycle.close();
        notifier.close();
        status.close();
    }
}
