package jp.tenkyo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.SchemasCommand;
import jp.tenkyo.schemas.setup.TopicCheck;
import jp.tenkyo.schemas.setup.TopicSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {

    private static final TopicLayout LAYOUT = new TopicLayout(2, (short) 1);

    @TempDir
    Path folder;

    @Test
    void topics_are_made_once_and_differences_are_named() throws Exception {
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(TopicCheck.differences(admin, LAYOUT))
                    .hasSize(Topic.values().length)
                    .allMatch(difference -> difference.contains("is missing") && difference.contains("setup"));
            admin.createTopics(List.of(new NewTopic("notices", Optional.of(1), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact", "retention.ms", "1000"))))
                    .all()
                    .get();

            assertThat(TopicSetup.create(admin, LAYOUT))
                    .hasSize(Topic.values().length - 1)
                    .doesNotContain(Topic.NOTICES);
            assertThat(TopicSetup.create(admin, LAYOUT)).isEmpty();

            assertThat(TopicCheck.differences(admin, LAYOUT))
                    .satisfiesExactly(
                            partitions -> assertThat(partitions).contains("notices has 1 partitions, wanted are 2"),
                            cleanup -> assertThat(cleanup)
                                    .contains(
                                            "cleanup.policy=compact, wanted is delete",
                                            "--add-config cleanup.policy=delete"),
                            retention -> assertThat(retention).contains("retention.ms=1000, wanted is 7776000000"));
        }
    }

    @Test
    void the_command_sets_up_a_broker_and_a_registry_as_often_as_it_is_run() {
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0);
                var registry = LocalRegistry.start(folder.resolve("registry"), 0)) {
            var servers = new String[] {
                "setup",
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--registry",
                registry.url(),
                "--partitions",
                "2"
            };
            var all = "%d topics, %d schemas"
                    .formatted(Topic.values().length, Topic.withSchema().size());
            var first = run(servers);
            var second = run(servers);
            var other = run(and(servers, "--partitions", "3"));

            assertThat(first).isEqualTo(new Outcome(0, first.said()));
            assertThat(first.said()).contains("notices created", "notices-value is number", all);
            assertThat(second.status()).as(second.said()).isZero();
            assertThat(second.said()).contains("notices is there").doesNotContain("created");
            assertThat(other.status()).isEqualTo(1);
            assertThat(other.said()).contains("notices has 2 partitions, wanted are 3");
        }
    }

    @Test
    void the_command_says_who_does_not_answer() {
        var port = FreePort.any();

        var outcome = run("setup", "--bootstrap-servers", "127.0.0.1:" + port, "--wait", "0");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said()).contains("No broker answers at 127.0.0.1:" + port, "--bootstrap-servers");
    }

    @Test
    void wrong_options_have_a_status_of_their_own() {
        assertThat(run("setup", "--partitions", "0").status()).isEqualTo(2);
        assertThat(run("setup", "--partition", "6").status()).isEqualTo(2);
        assertThat(run("setup", "--help").said()).contains("--registry", "--wait", "Exit status");
    }

    private static String[] and(String[] arguments, String option, String value) {
        var all = new ArrayList<>(Arrays.asList(arguments).subList(0, arguments.length - 2));
        all.addAll(List.of(option, value));
        return all.toArray(String[]::new);
    }

    private static Outcome run(String... arguments) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        var status = SchemasCommand.commandLine().setOut(out).setErr(out).execute(arguments);
        return new Outcome(status, text.toString());
    }

    private record Outcome(int status, String said) {}
}
