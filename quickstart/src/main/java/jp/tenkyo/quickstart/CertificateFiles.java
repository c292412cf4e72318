package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.stack.ca.HolderCertificate;
import jp.tenkyo.stack.ca.Profile;
import jp.tenkyo.stack.ca.TestCa;

/** The city's certificates as files, made when they are asked for of what lifecycle-service knows of them. */
final class CertificateFiles implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{40}(?::|%3A)[0-9a-f]{1,40})\\.pem");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final TestCa ca;
    private final String lifecycle;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param lifecycle URL of lifecycle-service */
    CertificateFiles(TestCa ca, String lifecycle) {
        this.ca = ca;
        this.lifecycle = lifecycle;
    }

    /** @param name certificateId and {@code .pem} */
    Answer file(String name) throws IOException {
        var named = NAME.matcher(name);
        if (!named.matches()) {
            return Answer.notFound();
        }
        var request = HttpRequest.newBuilder(URI.create(lifecycle + "/certificates/" + named.group(1)))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? pem(json.readTree(answer.body()), named.group(1)) : Answer.notFound();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Answer pem(JsonNode known, String certificateId) {
        var serial = certificateId.replaceFirst("^.*(:|%3A)", "");
        var holder = new HolderCertificate(
                Profile.valueOf(known.path("kind").asText()),
                // Whose it is, is not told with a certificate's status.
                "holder of " + serial,
                serial,
                Instant.parse(known.path("notBefore").asText()),
                Instant.parse(known.path("notAfter").asText()),
                known.path("municipality").asText());
        return Answer.of("application/x-pem-file", ca.pem(holder).getBytes(US_ASCII));
    }

    @Override
    public void close() {
        http.close();
    }
}
