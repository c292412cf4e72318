package jp.tenkyo.benchmarks.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A client that follows the feed by long polls and receives webhooks, and notes when each of them tells of a change.
 */
final class Subscriber implements AutoCloseable {

    private static final String KEY = "a-key-of-the-benchmark-that-guards-nothing";
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int PAGE = 1_000;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;
    private final HttpServer receiver;
    private final Thread following;
    private final String subscription;
    private volatile boolean closing;

    /** Subscribed when it returns; all that comes after that is noted. */
    Subscriber(int port, Arrivals feed, Arrivals webhook) throws IOException, InterruptedException {
        this.service = "http://127.0.0.1:" + port;
        this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> received(exchange, webhook));
        receiver.start();
        this.subscription = subscribe();
        var cursor = get("/feed?limit=1&after=latest").path("cursor").asText();
        this.following = Thread.ofPlatform().name("feed").start(() -> follow(cursor, feed));
    }

    /** What the service must be told of it. */
    static List<String> settings() {
        return List.of(
                "--tenkyo.webhooks.allow-private-addresses=true",
                "--tenkyo.webhooks.allow-http=true",
                "--tenkyo.access.clients[0].id=benchmark",
                "--tenkyo.access.clients[0].api-key-sha256=" + sha256(KEY),
                "--tenkyo.access.clients[0].issuers=*",
                "--tenkyo.access.clients[0].kinds=*",
                "--tenkyo.access.clients[0].municipalities=*",
                "--tenkyo.access.clients[0].detail=REASON");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @return its id */
    private String subscribe() throws IOException, InterruptedException {
        var body = "{\"url\": \"http://127.0.0.1:%d/\"}"
                .formatted(receiver.getAddress().getPort());
        var request = request("/webhooks")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new IOException("Not subscribed: " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private static void received(HttpExchange exchange, Arrivals webhook) throws IOException {
        try (exchange) {
            note(JSON.readTree(exchange.getRequestBody()).path("data"), webhook);
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
    }

    private static void note(JsonNode change, Arrivals arrivals) {
        if (change.path("status").asText().equals("REVOKED")) {
            arrivals.revoked(change.path("certificateId").asText());
        }
    }

    private void follow(String from, Arrivals feed) {
        var cursor = from;
        try {
            while (!closing) {
                var page = get("/feed?limit=%d&wait=%d&after=%s".formatted(PAGE, WAIT.toSeconds(), cursor));
                page.path("changes").forEach(change -> note(change, feed));
                cursor = page.path("cursor").asText();
            }
        } catch (IOException e) {
            if (!closing) {
                throw new IllegalStateException("The feed broke off", e);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IOException(path + " is answered with " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).header("X-API-Key", KEY);
    }

    @Override
    public void close() throws IOException {
        closing = true;
        following.interrupt();
        try {
            var _ = http.send(
                    request("/webhooks/" + subscription).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
        receiver.stop(0);
    }
}
