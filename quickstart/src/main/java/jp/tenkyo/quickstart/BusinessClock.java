package jp.tenkyo.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The business clock of a simulation, as lifecycle-service shows it and lets it be set. */
final class BusinessClock implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI uri;

    BusinessClock(String lifecycleUrl) {
        this.uri = URI.create(lifecycleUrl + "/clock");
    }

    /** @param now what all partitions have reached */
    record Shown(Instant now, boolean caughtUp) {}

    Shown look() throws IOException, InterruptedException {
        var answer = read(HttpRequest.newBuilder(uri), OK);
        return new Shown(
                Instant.parse(answer.get("now").asText()),
                answer.get("caughtUp").asBoolean());
    }

    /** @throws IOException if it is refused, such as a time before the clock's */
    void set(Instant now) throws IOException, InterruptedException {
        read(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("now", now.toString())))),
                ACCEPTED);
    }

    private JsonNode read(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException("The clock answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
