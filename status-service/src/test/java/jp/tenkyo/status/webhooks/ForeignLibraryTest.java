package jp.tenkyo.status.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.webhooks.HttpReceiver.Received;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the npm library of Standard Webhooks says of a message that was delivered. */
class ForeignLibraryTest {

    private static final String LIBRARY = "standardwebhooks@1.1.1";
    private static final long PATIENCE_SECONDS = 60;

    /** The library looks at the time of its machine; a message of the test's clock is looked at when it came. */
    private static final String SCRIPT = """
            const { Webhook } = require('standardwebhooks')
            const [secret, id, timestamp, signature, body, seconds] = process.argv.slice(2)
            Date.now = () => Number(seconds) * 1000
            try {
              const data = new Webhook(secret).verify(body, {
                'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature })
              console.log('verified ' + data.data.status)
            } catch (e) {
              console.log('refused')
            }
            """;

    @TempDir
    static Path library;

    @TempDir
    Path folder;

    @BeforeAll
    static void install() throws Exception {
        var isThere = isOnPath("node") && isOnPath("npm");
        if (!isThere) {
            System.err.println("SKIPPED: node and npm are not there, so no foreign library verifies our webhooks");
        }
        assumeTrue(isThere, "node and npm are not there");
        Files.writeString(library.resolve("verify.js"), SCRIPT);
        Files.writeString(library.resolve("package.json"), "{}");
        var said = run("npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", LIBRARY);
        var installed = Files.isDirectory(library.resolve("node_modules/standardwebhooks"));
        if (!installed) {
            System.err.println("SKIPPED: npm cannot fetch " + LIBRARY + ": " + said);
        }
        assumeTrue(installed, "npm cannot fetch the library");
    }

    private static boolean isOnPath(String command) {
        return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    @Test
    void the_library_verifies_a_delivered_message_and_refuses_what_was_changed_or_is_old() throws Exception {
        try (var receiver = new HttpReceiver((_, _, _) -> 204);
                var rig = Rig.start(folder)) {
            var secret = rig.subscribe("wh-1", receiver.url()).secret();
            rig.take(Rows.revoked(Rows.id("1"), 2));
            receiver.awaitIds(1);
            var message = receiver.received().getFirst();

            assertThat(verify(secret, message, message.body(), 0)).isEqualTo("verified REVOKED\n");
            assertThat(verify(secret, message, message.body().replace("REVOKED", "GOOD"), 0))
                    .isEqualTo("refused\n");
            assertThat(verify(secret, message, message.body(), 600)).isEqualTo("refused\n");
            assertThat(verify("whsec_" + "A".repeat(32), message, message.body(), 0))
                    .isEqualTo("refused\n");
        }
    }

    private static String verify(String secret, Received message, String body, long secondsLater) throws Exception {
        return run(
                "node",
                "verify.js",
                secret,
                message.id(),
                Long.toString(message.timestamp()),
                message.signature(),
                body,
                Long.toString(message.timestamp() + secondsLater));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(library.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not end");
        }
        return said;
    }
}
