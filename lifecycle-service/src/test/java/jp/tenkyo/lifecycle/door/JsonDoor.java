package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The JSON door with an outbox that remembers, at 09:00 on 2026-04-01 in Tokyo. */
final class JsonDoor {

    static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private final RecordingOutbox outbox = new RecordingOutbox();
    private final MockMvcTester http = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(new InputController(new Intake(outbox, InstantSource.fixed(NOW))))
                    .setControllerAdvice(new Problems())
                    .build());

    RecordingOutbox outbox() {
        return outbox;
    }

    MockMvcTester http() {
        return http;
    }

    MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
