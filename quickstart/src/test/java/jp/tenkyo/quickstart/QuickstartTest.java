package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final int CANNOT_RUN = 2;
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    @Test
    void an_empty_city_runs_until_it_is_terminated_and_leaves_nothing_running() throws Exception {
        var home = QuickstartProcess.home(folder.resolve("home"));
        var data = new DataFolder(folder.resolve("data"));
        try (var running = QuickstartProcess.start(home, data.root(), "--residents", "0")) {
            running.await(() -> Files.exists(data.endpoints()));
            assertThat(pageAt(data.endpoints())).contains("Tenkyo");
            assertThat(running.childrenSeen()).isGreaterThanOrEqualTo(3);
            assertThatASecondOneIsRefused(home, data);

            assertThat(running.terminate()).isEqualTo(ENDED_BY_SIGTERM);

            assertThat(running.childrenAlive()).isEmpty();
            assertThat(data.endpoints()).doesNotExist();
            assertThat(data.isUsable()).isTrue();
        }
    }

    @Test
    void one_that_is_terminated_while_it_starts_leaves_nothing_running() throws Exception {
        var home = QuickstartProcess.home(folder.resolve("home"));
        try (var starting = QuickstartProcess.start(home, folder.resolve("data"), "--residents", "0")) {
            starting.await(starting::hasChildren);

            assertThat(starting.terminate()).isEqualTo(ENDED_BY_SIGTERM);

            assertThat(starting.childrenAlive()).isEmpty();
        }
    }

    @Test
    void it_says_what_is_missing_where_a_service_was_not_built() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));
        try (var started = QuickstartProcess.start(home, folder.resolve("data"))) {
            assertThat(started.status()).isEqualTo(CANNOT_RUN);
            assertThat(started.output()).contains("lifecycle-service has not been built");
        }
    }

    private static void assertThatASecondOneIsRefused(Path home, DataFolder data) throws Exception {
        try (var second = QuickstartProcess.start(home, data.root(), "--residents", "0")) {
            assertThat(second.status()).isEqualTo(CANNOT_RUN);
            assertThat(second.output()).contains("running already");
        }
    }

    private static String pageAt(Path endpoints) throws IOException, InterruptedException {
        var startPage = JsonMapper.builder()
                .build()
                .readTree(endpoints.toFile())
                .get("startPage")
                .asText();
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create(startPage)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
