package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.tenkyo.lifecycle.contract.ContactPoint;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RegistryBoundOutboxTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String POINT =
            "{\"holderId\": \"h-1\", \"mail\": \"hanako@example.jp\", \"language\": \"JA\", \"channel\": \"MAIL\"}";

    private final RecordingOutbox sent = new RecordingOutbox();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanoTime = new AtomicLong();

    private final HttpServer registry = registry();

    @AutoClose
    private final RegistryProbe probe = new RegistryProbe(new SendingSettings(
                    "127.0.0.1:9", "http://127.0.0.1:" + registry.getAddress().getPort())
            .registry());

    private final RegistryBoundOutbox outbox = new RegistryBoundOutbox(sent, probe, nanoTime::get);

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "404, true", "500, false", "503, false", "429, false"})
    void an_answer_is_one_that_the_registry_can_stand_by(int answer, boolean isThere) {
        status.set(answer);
        if (isThere) {
            assertThatCode(this::send).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(this::send).isInstanceOf(RegistryUnavailableException.class);
        }
        assertThat(sent.sent()).hasSize(isThere ? 1 : 0);
    }

    @Test
    void nothing_is_sent_while_the_registry_is_away_and_all_is_once_it_is_back() {
        status.set(503);
        assertThatThrownBy(this::send).isInstanceOf(RegistryUnavailableException.class);

        status.set(200);
        waitForTheNextQuestion();
        send();

        assertThat(sent.sent()).hasSize(1);
    }

    @Test
    void the_registry_is_asked_once_in_two_seconds_however_many_come() {
        send();
        send();
        status.set(503);
        send();
        assertThat(asked).hasValue(1);

        waitForTheNextQuestion();
        assertThatThrownBy(this::send).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(this::send).isInstanceOf(RegistryUnavailableException.class);

        assertThat(asked).hasValue(2);
        assertThat(sent.sent()).hasSize(3);
    }

    @Test
    void a_holder_can_be_forgotten_without_the_registry() {
        registry.stop(0);
        outbox.sendAll(List.of(ContactPoint.forgotten("h-1", NOW)), TraceContext.of(null, null));
        assertThat(sent.sent()).extracting(Outgoing::key).containsExactly("h-1");
    }

    @Test
    void a_door_answers_503_with_retry_after_while_nobody_listens_there() {
        registry.stop(0);
        var http = MockMvcTester.create(
                MockMvcBuilders.standaloneSetup(new InputController(new Intake(outbox, InstantSource.fixed(NOW))))
                        .setControllerAdvice(new Problems())
                        .build());

        assertThat(http.post()
                        .uri("/contact-points")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(POINT))
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(sent.sent()).isEmpty();
    }

    private void send() {
        var point = new ContactPoint(
                "h-1",
                Optional.of("hanako@example.jp"),
                Optional.empty(),
                ContactPoint.Language.JA,
                ContactPoint.Channel.MAIL);
        outbox.sendAll(List.of(point.outgoing(NOW)), TraceContext.of(null, null));
    }

    private void waitForTheNextQuestion() {
        nanoTime.addAndGet(RegistryBoundOutbox.ASK_EVERY.toNanos());
    }

    private HttpServer registry() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    asked.incrementAndGet();
                    var fault = status.get() == 404 ? 40401 : status.get();
                    var answer = (status.get() == 200 ? "[1]" : "{\"error_code\":" + fault + ",\"message\":\"x\"}")
                            .getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status.get(), answer.length);
                    exchange.getResponseBody().write(answer);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
