package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.quickstart.page.PageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTest {

    private static final Endpoints ENDPOINTS = new Endpoints(
            "http://127.0.0.1:1",
            "http://127.0.0.1:2",
            "http://127.0.0.1:3",
            "http://127.0.0.1:8",
            "127.0.0.1:4",
            "http://127.0.0.1:5/apis/ccompat/v7",
            "127.0.0.1:6",
            "http://127.0.0.1:7");

    @TempDir
    private Path folder;

    private final Progress progress = new Progress();
    private final HttpClient browser = HttpClient.newHttpClient();
    private PageServer server;

    @BeforeEach
    void serve() {
        var counts = Map.of("status.GOOD", 12_345L, "mails", 7L);
        server = PageServer.start(
                0,
                new StartPage(
                        ENDPOINTS,
                        new DataFiles(new DataFolder(folder)),
                        Optional.empty(),
                        Optional.empty(),
                        () -> new StartPage.Seen(counts, "holder-1", progress.now())));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void it_links_to_everything_in_both_languages() throws Exception {
        for (var language : new String[] {"en", "ja"}) {
            assertThat(get("/?lang=" + language).body())
                    .contains("<html lang=\"" + language + "\"")
                    .contains("http://127.0.0.1:7/?lang=" + language)
                    .contains("http://127.0.0.1:2/holders/holder-1")
                    .contains("http://127.0.0.1:2/v3/api-docs")
                    .contains("http://127.0.0.1:3/actuator/health")
                    .contains("http://127.0.0.1:8/check?lang=" + language)
                    .contains("http://127.0.0.1:5/apis/ccompat/v7/subjects")
                    .contains("$(cat '" + folder.resolve("subscriber.key") + "')")
                    .contains("http://127.0.0.1:8/feed?after=latest")
                    .contains("12,345")
                    .doesNotContain("{{");
        }
    }

    @Test
    void counters_come_with_the_phase_in_words() throws Exception {
        progress.enter(Phase.LOADING);
        progress.reached(1, 4);

        assertThat(get("/api/counters?lang=en").body())
                .contains("\"phase\":\"Loading the residents' certificates (25 %)\"")
                .contains("\"status.GOOD\":12345")
                .contains("\"exampleHolder\":\"holder-1\"");
    }

    @Test
    void files_of_the_run_can_be_read_and_no_other() throws Exception {
        Files.createDirectories(folder.resolve("day"));
        Files.writeString(folder.resolve("day").resolve("changes.csv"), "a,b\n");
        Files.writeString(folder.resolve("secret.txt"), "secret");

        assertThat(get("/files?lang=en").body()).contains("/files/day/changes.csv");
        assertThat(get("/files/day/changes.csv").body()).isEqualTo("a,b\n");
        assertThat(get("/files/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("/files/day/..%2Fsecret.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_may_load_nothing_from_elsewhere() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(get("/start.js").statusCode()).isEqualTo(200);
        assertThat(get("/pages.css").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
