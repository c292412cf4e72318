package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tenkyo.quickstart.page.PageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation's clock on the start page. */
class ClockFormTest {

    private static final String SHOWN = "{\"now\":\"2026-01-01T00:00:00Z\",\"caughtUp\":true}";

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final HttpClient browser = HttpClient.newHttpClient();
    private HttpServer service;
    private BusinessClock clock;
    private PageServer server;
    private int answers = 202;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/clock", this::answer);
        service.start();
        clock = new BusinessClock("http://127.0.0.1:" + service.getAddress().getPort());
        var endpoints = new Endpoints("", "", "", "", "", "", "", "");
        server = PageServer.start(
                0,
                new StartPage(
                        endpoints,
                        new DataFiles(new DataFolder(folder)),
                        Optional.empty(),
                        Optional.of(clock),
                        () -> new StartPage.Seen(Map.of(), null, new Progress().now())));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var posts = exchange.getRequestMethod().equals("POST");
            if (posts) {
                told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            }
            var body = SHOWN.getBytes(UTF_8);
            exchange.sendResponseHeaders(posts ? answers : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
        clock.close();
        service.stop(0);
    }

    @Test
    void the_page_shows_the_clock_in_tokyo_with_a_form_for_the_keyboard() throws Exception {
        assertThat(get("/?lang=en"))
                .contains("2026-01-01 09:00", "all that is due by then is decided")
                .contains("<label for=\"clock-to\">", "type=\"date\" min=\"2026-01-02\"", "One day on");
        assertThat(get("/?lang=ja")).contains("業務時計", "一日進める");
        assertThat(get("/api/counters")).contains("\"clock\":\"2026-01-01 09:00\"");
    }

    @Test
    void it_goes_on_by_a_day_or_to_nine_of_a_date() throws Exception {
        var day = post("", Optional.empty());
        assertThat(day.statusCode()).isEqualTo(303);
        assertThat(day.headers().firstValue("Location")).contains("/?lang=en#clock");
        post("to=2026-03-01", Optional.of("http://127.0.0.1:" + server.port()));
        assertThat(told).containsExactly("{\"now\":\"2026-01-02T00:00:00Z\"}", "{\"now\":\"2026-03-01T00:00:00Z\"}");
    }

    @Test
    void what_is_refused_is_said_on_the_page() throws Exception {
        answers = 422;
        assertThat(post("to=2025-12-31", Optional.empty()).headers().firstValue("Location"))
                .contains("/?lang=en&clock=refused#clock");
        assertThat(get("/?lang=en&clock=refused")).contains("it never goes back");
        assertThat(post("to=never", Optional.empty()).headers().firstValue("Location"))
                .contains("/?lang=en&clock=refused#clock");
    }

    @Test
    void a_form_on_another_site_sets_nothing() throws Exception {
        assertThat(post("", Optional.of("https://elsewhere.example")).statusCode())
                .isEqualTo(405);
        assertThat(told).isEmpty();
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String form, Optional<String> origin) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/clock?lang=en"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        origin.ifPresent(from -> request.header("Origin", from));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
