package jp.tenkyo.status.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.example.RevocationListener;
import jp.tenkyo.status.feed.Cursor;
import jp.tenkyo.status.table.RunningTable;
import jp.tenkyo.status.webhooks.HttpReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feed and webhooks of the whole service, over HTTP, on a real broker. */
class SubscribingServiceTest {

    private static final String KEY = "a key of 32 random bytes, or so";
    /** By {@code printf | sha256sum}. */
    private static final String KEY_HASH = "5dd67b061f7ff2873e6bd6463b641419fe6dc300a74dced6d01e7dfd0bfb10d6";

    private static final String NARROW_KEY = "another key of 32 random bytes";
    private static final String NARROW_KEY_HASH = "f66777844004eb27d92a68f07202b4050c12fa98f160497f91902714dedda609";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static RunningService service;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder,
                "--tenkyo.access.clients[0].id=pensions",
                "--tenkyo.access.clients[0].api-key-sha256=" + KEY_HASH,
                "--tenkyo.access.clients[0].issuers=*",
                "--tenkyo.access.clients[0].kinds=*",
                "--tenkyo.access.clients[0].municipalities=*",
                "--tenkyo.access.clients[0].detail=REASON",
                "--tenkyo.access.clients[1].id=sapporo",
                "--tenkyo.access.clients[1].api-key-sha256=" + NARROW_KEY_HASH,
                "--tenkyo.access.clients[1].issuers=*",
                "--tenkyo.access.clients[1].kinds=*",
                "--tenkyo.access.clients[1].municipalities=011002",
                "--tenkyo.webhooks.allow-http=true",
                "--tenkyo.webhooks.allow-private-addresses=true");
        RunningTable.await(
                () -> assertThat(get("/feed/snapshot", KEY).statusCode()).isEqualTo(200));
    }

    @AfterAll
    static void end() {
        service.close();
        HTTP.close();
    }

    @Test
    void nobody_who_is_not_known_learns_anything() throws Exception {
        for (var path : List.of("/feed", "/feed?after=latest", "/feed/snapshot", "/webhooks", "/webhooks/wh-1")) {
            var answer = get(path, "wrong");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:tenkyo:problem:not-known");
        }
        assertThat(get("/webhooks/../feed/snapshot", "wrong").statusCode()).isNotEqualTo(200);
        assertThat(get("/feed/snapshot/", "wrong").statusCode()).isNotEqualTo(200);
    }

    @Test
    void a_change_ends_the_wait_of_who_may_see_it_and_moves_the_cursor_of_who_may_not() throws Exception {
        var start = cursor(KEY);
        var waiting = HTTP.sendAsync(
                request("/feed?wait=60&after=" + start, KEY).build(), HttpResponse.BodyHandlers.ofString());
        var row = row("a1", 2);
        service.commit(row);

        var answer = JSON.readTree(waiting.join().body());
        assertThat(answer.get("changes").findValuesAsString("certificateId"))
                .containsExactly(row.id().toString());
        assertThat(answer.get("changes").get(0).get("reason").asString()).isEqualTo("affiliationChanged");
        var next = answer.get("cursor").asString();
        assertThat(json(get("/feed?after=" + next, KEY)).get("changes")).isEmpty();
        var narrow = json(get("/feed?after=" + start, NARROW_KEY));
        assertThat(narrow.get("changes")).isEmpty();
        assertThat(narrow.get("cursor").asString()).isEqualTo(next);
    }

    @Test
    void curl_follows_the_feed_from_the_snapshot_on_as_the_documentation_has_it() throws Exception {
        var row = row("d1", 2);
        var page = curl("/feed/snapshot?limit=1000");
        while (page.has("nextPage")) {
            page = curl("/feed/snapshot?limit=1000&page=" + page.get("nextPage").asString());
        }
        service.commit(row);

        var answer = curl("/feed?wait=60&after=" + page.get("cursor").asString());
        assertThat(answer.get("changes").findValuesAsString("certificateId"))
                .contains(row.id().toString());
        var cursor = answer.get("cursor").asString();
        assertThat(curl("/feed?limit=500&after=" + cursor).get("changes")).isEmpty();
    }

    private static JsonNode curl(String path) throws Exception {
        var process = new ProcessBuilder(
                        "curl", "--silent", "--fail", "--max-time", "90", "-H", "X-API-Key: " + KEY, service.url(path))
                .start();
        var said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as("curl's exit status").isZero();
        return JSON.readTree(said);
    }

    @Test
    void whoever_heard_that_a_certificate_is_good_hears_that_nobody_can_tell_any_more() throws Exception {
        var start = cursor(KEY);
        var good = Rows.good(Rows.id("e1"), 1);
        service.commit(good);
        service.commitUnreadable(good.id());

        RunningTable.await(() -> assertThat(json(get("/feed?wait=5&after=" + start, KEY))
                        .get("changes")
                        .findValuesAsString("status"))
                .containsSequence("GOOD", "IN_DOUBT"));
        assertThat(get("/feed/snapshot?limit=1000", KEY).body()).contains("\"IN_DOUBT\"");
    }

    @Test
    void the_example_of_the_documentation_hears_of_a_revocation_on_the_topic_itself() {
        var row = row("f1", 2);
        service.commit(Rows.good(row.id(), 1));
        service.commitUnreadable(row.id());
        service.commit(row);
        var heard = new ArrayList<String>();
        try (var listener =
                new RevocationListener(service.bootstrapServers(), service.registryUrl(), "of-the-documentation")) {
            RunningTable.await(() -> {
                listener.poll(
                        status -> heard.add(status.getCertificateId() + " " + status.getStatus()),
                        id -> heard.add(id + " in doubt"));
                assertThat(heard)
                        .containsSubsequence(row.id() + " GOOD", row.id() + " in doubt", row.id() + " REVOKED");
            });
        }
    }

    @Test
    void another_instance_says_the_same_and_takes_the_cursors_of_the_first() throws Exception {
        var start = cursor(KEY);
        var row = row("ab", 2);
        service.commit(row);
        try (var another = service.another()) {
            RunningTable.await(() -> {
                var answer = send(HttpRequest.newBuilder(URI.create(another.url("/feed?wait=5&after=" + start)))
                        .header("X-API-Key", KEY));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(json(answer)).isEqualTo(json(get("/feed?after=" + start, KEY)));
                assertThat(answer.body()).contains(row.id().toString());
            });
            assertProblem(
                    send(HttpRequest.newBuilder(URI.create(another.url("/webhooks")))
                            .header("X-API-Key", KEY)),
                    421,
                    "elsewhere");
        }
    }

    @Test
    void each_access_is_logged_with_client_channel_and_number_and_nothing_of_whom_it_is_about() throws Exception {
        var row = row("c0ffee", 2);
        var start = cursor(KEY);
        service.commit(row);
        RunningTable.await(
                () -> assertThat(json(get("/feed?wait=5&after=" + start, KEY)).get("changes"))
                        .isNotEmpty());
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var log = (Logger) LoggerFactory.getLogger(AccessLog.class);
        log.addAppender(lines);
        try {
            get("/feed?limit=1&after=" + start, KEY);
            get("/feed/snapshot", "wrong");
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage, event -> String.valueOf(event.getKeyValuePairs()))
                .containsExactly(
                        tuple("statuses were told", "[client=\"pensions\", channel=\"feed\", statuses=\"1\"]"),
                        tuple("somebody who is not known was refused", "null"));
    }

    @Test
    void a_stream_tells_each_change_with_the_cursor_to_come_back_with() throws Exception {
        var start = cursor(KEY);
        var first = row("b1", 1);
        var second = row("b1", 2);
        service.commit(first);
        var request = request("/feed?after=" + start, KEY).header("Accept", "text/event-stream");
        var stream = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(version(lines)).isEqualTo(1);
            service.commit(second);
            assertThat(version(lines)).isEqualTo(2);
        }
    }

    /** The version of the next status in the stream. */
    private static int version(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:{\"cert")) {
                return JSON.readTree(line.substring("data:".length()))
                        .get("version")
                        .asInt();
            }
        }
        throw new AssertionError("the stream has ended");
    }

    @Test
    void a_bad_question_gets_a_clear_answer() throws Exception {
        assertProblem(get("/feed", KEY), 400, "cursor-missing");
        assertProblem(get("/feed?after=AAAA", KEY), 400, "cursor-unknown");
        assertProblem(get("/feed/snapshot?page=AAAA", KEY), 400, "cursor-unknown");
        assertProblem(get("/feed?after=latest&limit=0", KEY), 400, "out-of-bounds");
        assertProblem(get("/feed?after=latest&wait=3600", KEY), 400, "out-of-bounds");
        assertThat(get("/feed?after=latest&limit=many", KEY).statusCode()).isEqualTo(400);
        var ofAnotherTopic = new Cursor(1, List.of(0L, 0L)).text();
        assertProblem(get("/feed?after=" + ofAnotherTopic, KEY), 410, "cursor-too-old");
        var stream = request("/feed?after=AAAA", KEY).header("Accept", "text/event-stream");
        assertProblem(HTTP.send(stream.build(), HttpResponse.BodyHandlers.ofString()), 400, "cursor-unknown");
        assertProblem(post("/webhooks", "[1,2", KEY), 400, "not-json");
        assertProblem(post("/webhooks", "null", KEY), 400, "not-json");
        assertProblem(post("/webhooks", "{\"url\":\"ftp://example.jp/\"}", KEY), 422, "form-refused");
        assertProblem(
                post(
                        "/webhooks",
                        "{\"url\":\"https://example.jp/\",\"filter\":{\"municipalities\":[\"012246\"]}}",
                        NARROW_KEY),
                403,
                "not-permitted");
        assertProblem(
                post("/webhooks", "{\"url\":\"https://example.jp/\",\"after\":\"AAAA\"}", KEY), 422, "cursor-refused");
        assertProblem(get("/webhooks/of-somebody-else", KEY), 404, "no-subscription");
        // What is misspelt must not be taken for a filter that lets everything through.
        for (var forged : List.of(
                "{\"url\":\"https://example.jp/\",\"filters\":{\"kinds\":[\"SIGNING\"]}}",
                "{\"url\":\"https://example.jp/\",\"filter\":{\"kind\":[\"SIGNING\"]}}",
                "{\"url\":\"https://example.jp/\",\"filter\":\"everything\"}",
                "{\"url\":\"https://example.jp/\",\"url\":\"https://example.com/\"}",
                "{\"url\":\"https://example.jp/\",\"secret\":\"whsec_of-my-own\"}",
                "{\"url\":\"https://example.jp/\"} and more",
                "[".repeat(20_000))) {
            assertProblem(post("/webhooks", forged, KEY), 400, "not-json");
        }
        assertProblem(post("/webhooks", "{\"url\":\"" + "x".repeat(70_000), KEY), 413, "too-large");
        assertProblem(
                post("/webhooks", "{\"url\":\"https://example.jp/\",\"filter\":{\"kinds\":[\"signing\"]}}", KEY),
                422,
                "form-refused");
    }

    @Test
    void a_subscriber_makes_a_webhook_gets_a_signed_message_and_takes_it_back() throws Exception {
        var came = new CompletableFuture<HttpReceiver.Received>();
        try (var receiver = new HttpReceiver((_, request, _) -> {
            came.complete(request);
            return 204;
        })) {
            var made = post("/webhooks", "{\"url\":\"" + receiver.url() + "\"}", KEY);
            assertThat(made.statusCode()).isEqualTo(201);
            var id = json(made).get("id").asString();
            assertThat(json(made).get("secret").asString()).startsWith("whsec_");
            assertThat(get("/webhooks", KEY).body()).contains(id).doesNotContain("whsec_");
            assertThat(get("/webhooks", NARROW_KEY).body()).doesNotContain(id);
            assertThat(get("/webhooks/" + id, NARROW_KEY).statusCode()).isEqualTo(404);

            var row = row("c1", 3);
            service.commit(row);
            assertThat(came.orTimeout(40, TimeUnit.SECONDS).join().id()).isEqualTo(row.id() + "/3");
            assertThat(json(get("/webhooks/" + id + "/dead-letters", KEY))).isEmpty();

            assertThat(send(request("/webhooks/" + id, KEY).DELETE()).statusCode())
                    .isEqualTo(204);
            assertThat(get("/webhooks/" + id, KEY).statusCode()).isEqualTo(404);
        }
    }

    private static StatusRow row(String serial, int version) {
        return Rows.revoked(Rows.id(serial), version);
    }

    private static String cursor(String key) throws Exception {
        var page = json(get("/feed/snapshot", key));
        while (page.has("nextPage")) {
            page = json(get("/feed/snapshot?page=" + page.get("nextPage").asString(), key));
        }
        return page.get("cursor").asString();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:tenkyo:problem:" + type);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(service.url(path))).header("X-API-Key", key);
    }

    private static HttpResponse<String> get(String path, String key) throws Exception {
        return send(request(path, key));
    }

    private static HttpResponse<String> post(String path, String body, String key) throws Exception {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
