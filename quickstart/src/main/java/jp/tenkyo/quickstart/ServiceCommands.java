package jp.tenkyo.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.stack.ServiceJar;

/** The command line of each service. */
record ServiceCommands(
        ServiceJars jars,
        DataFolder data,
        PortPlan ports,
        String registryUrl,
        ServiceSettings settings,
        CityIssuers issuers) {

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

    List<String> lifecycle() {
        return service(
                jars.lifecycle(),
                LIFECYCLE_JVM,
                settings.lifecycle(),
                List.of(
                        "--server.port=" + ports.lifecycle(),
                        "--tenkyo.state-folder=" + data.state().resolve("lifecycle")));
    }

    List<String> notifier() {
        return service(
                jars.notifier(),
                NOTIFIER_JVM,
                settings.notifier(),
                List.of(
                        "--server.port=" + ports.notifier(),
                        "--tenkyo.state-folder=" + data.state().resolve("notifier"),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + ports.smtp()));
    }

    List<String> status() {
        return service(
                jars.status(),
                STATUS_JVM,
                Stream.concat(issuers.arguments().stream(), settings.status().stream())
                        .toList(),
                List.of(
                        "--server.port=" + ports.status(),
                        "--tenkyo.state-folder=" + data.state().resolve("status"),
                        "--tenkyo.lists.folder=" + data.lists(),
                        "--tenkyo.lists.published-at=" + PortPlan.url(ports.status()),
                        "--tenkyo.prober.enabled=true",
                        // A city's certificates need little.
                        "--tenkyo.table.block-cache=48MB",
                        "--tenkyo.table.write-buffers=24MB"));
    }

    /** The service's own import command. */
    List<String> importOf(Path file, Path refused) {
        return ServiceJars.command(
                jars.lifecycle(),
                IMPORT_JVM,
                List.of(
                        "import",
                        file.toString(),
                        "--bootstrap-servers",
                        bootstrapServers(),
                        "--registry",
                        registryUrl,
                        "--refused",
                        refused.toString()));
    }

    private List<String> service(ServiceJar jar, List<String> jvm, List<String> special, List<String> own) {
        var shared = Stream.of(
                "--tenkyo.kafka.bootstrap-servers=" + bootstrapServers(),
                "--tenkyo.registry.url=" + registryUrl,
                "--tenkyo.kafka.partitions=" + Stack.LAYOUT.partitions(),
                "--tenkyo.kafka.replication-factor=" + Stack.LAYOUT.replicationFactor());
        return ServiceJars.command(
                jar,
                jvm,
                Stream.of(shared, special.stream(), own.stream())
                        .flatMap(each -> each)
                        .toList());
    }

    private String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }
}
