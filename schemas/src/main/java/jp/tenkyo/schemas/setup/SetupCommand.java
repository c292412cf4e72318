package jp.tenkyo.schemas.setup;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings a broker and a registry to what this version needs. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Creates the topics that are missing, sets compatibility FULL_TRANSITIVE and registers all schemas.",
            "Run it once for an installation and again for every new version; what is there already stays as it is.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 all is as it must be; 1 it is not, and the last lines say why; 2 wrong options.",
            "",
            "Example, one broker on this machine:",
            "  setup --bootstrap-servers 127.0.0.1:9092 --registry http://127.0.0.1:8085/apis/ccompat/v7 \\",
            "        --partitions 6 --replication-factor 1"
        })
final class SetupCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka, several with commas.")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8085/apis/ccompat/v7",
            description = "Base address of the schema registry's Confluent API.")
    private String registry = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of every topic. Chosen once for an installation and never changed.")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "1",
            description = "Copies of every partition; 3 wherever there are three brokers.")
    private short replicationFactor;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long broker and registry may take to come up.")
    private int waitSeconds;

    @Override
    public Integer call() {
        var layout = layout();
        try (var admin = BrokerAnswers.ask(bootstrapServers)) {
            var deadline = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
            ServersUp.awaitBroker(admin, bootstrapServers, deadline);
            say("broker    " + bootstrapServers + " answers");
            ServersUp.awaitRegistry(registry, deadline);
            say("registry  " + registry + " answers");
            return topics(admin, layout) && schemas() ? DONE : FAILED;
        } catch (BrokerUnavailableException | RegistryUnavailableException | IncompatibleSchemaException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (KafkaException e) {
            return fail("--bootstrap-servers %s: %s"
                    .formatted(bootstrapServers, rootOf(e).getMessage()));
        }
    }

    private TopicLayout layout() {
        try {
            return new TopicLayout(partitions, replicationFactor);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private boolean topics(Admin admin, TopicLayout layout) {
        var created = TopicSetup.create(admin, layout);
        for (var topic : Topic.values()) {
            say("topic     " + topic.topicName() + (created.contains(topic) ? " created" : " is there"));
        }
        var differences = TopicCheck.differences(admin, layout);
        differences.forEach(this::fail);
        return differences.isEmpty();
    }

    private boolean schemas() {
        SchemaSetup.register(registry)
                .forEach(registered -> say("schema    " + registered.subject() + " is number " + registered.id()));
        say("done      " + Topic.values().length + " topics, "
                + Topic.withSchema().size() + " schemas");
        return true;
    }

    private void say(String line) {
        print(spec.commandLine().getOut(), line);
    }

    private int fail(String why) {
        print(spec.commandLine().getErr(), "FAILED    " + why);
        return FAILED;
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
