package jp.tenkyo.lifecycle.door;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Where Kafka and the schema registry are, and how long a command waits for them: options of every command. */
final class KafkaOptions {

    @Option(names = "--bootstrap-servers", defaultValue = "127.0.0.1:9092", description = "Kafka. ${DEFAULT-VALUE}")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            defaultValue = "http://127.0.0.1:8085/apis/ccompat/v7",
            description = "Schema registry. ${DEFAULT-VALUE}")
    private String registry = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for Kafka or the registry. ${DEFAULT-VALUE}")
    private int waitSeconds = 60;

    String bootstrapServers() {
        return bootstrapServers;
    }

    String registry() {
        return registry;
    }

    Duration patience() {
        return Duration.ofSeconds(waitSeconds);
    }

    SendingSettings sending() {
        return new SendingSettings(bootstrapServers, registry);
    }

    /** What to say where the registry has not answered. */
    String registryIsAway() {
        return "The schema registry at " + registry + " did not answer within " + waitSeconds + " s.";
    }
}
