package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST doors of a service, as a client sees them. */
record Doors(HttpClient http, String base) {

    /** Reports certificates of holders of its own for each, of one issuer, in parts of a size that the doors take. */
    void register(String keyId, String name, int count) throws IOException, InterruptedException {
        for (var from = 0; from < count; from += 1_000) {
            var body = IntStream.range(from, Math.min(count, from + 1_000))
                    .mapToObj(i -> """
                            {"requestId": "r-%1$s-%2$d", "holderId": "%1$s-%2$d", "municipality": "012246", "type": "ISSUE",
                             "carrier": "CARD", "kind": "SIGNING", "issuerKeyId": "%3$s", "serial": "%4$x",
                             "notBefore": "2026-01-05T10:00:00+09:00", "notAfter": "2080-02-17T23:59:59+09:00",
                             "dateOfBirth": "1980-02-17", "recordNumber": 1}""".formatted(name, i, keyId, (name.charAt(0) * 10_000) + i))
                    .collect(Collectors.joining(",", "[", "]"));
            post("/certificate-requests", body);
        }
    }

    /** @return what was accepted */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body());
    }

    boolean areReady() throws IOException, InterruptedException {
        return send("/actuator/health/readiness").statusCode() == 200;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send(path).body());
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }
}
