package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.issuers.Issuer;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CompromiseDoorTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String KEY = "abcdef0123456789abcdef0123456789abcdef01";
    private static final int PARTITIONS = 3;

    private final RecordingOutbox outbox = new RecordingOutbox();

    @Test
    void a_report_is_written_to_every_partition() {
        assertThat(report(Issuers.EVERY, KEY, "{\"requestId\": \"r-1\"}"))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"accepted\":[\"r-1\"],\"partitions\":3}");

        var message = IssuerEventMessage.newBuilder()
                .setId("r-1")
                .setSource("/tenkyo/lifecycle-service/door")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setCompromised(new IssuerCompromised("r-1", KEY))
                .build();
        assertThat(outbox.sent()).containsExactly(on(0, message), on(1, message), on(2, message));
    }

    @Test
    void a_key_in_capitals_is_the_same_key() {
        assertThat(report(Issuers.EVERY, "ABCDEF0123456789ABCDEF0123456789ABCDEF01", "{\"requestId\": \"r-1\"}"))
                .hasStatus(202);

        assertThat(outbox.sent()).extracting(Outgoing::key).containsOnly(KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abcdef0123456789abcdef0123456789abcdef01 | {}                               | requestId   | MISSING
            abcdef0123456789abcdef0123456789abcdef01 | {"requestId": 7}                 | requestId   | NOT_A_TEXT
            abcdef0123456789abcdef0123456789abcdef01 | {"requestId": "r 1"}             | requestId   | REQUEST_ID_INVALID
            abcdef0123456789abcdef0123456789abcdef01 | {"requestId": "r-1", "reason": 1} | reason     | UNKNOWN_FIELD
            abcdef                                   | {"requestId": "r-1"}             | issuerKeyId | ISSUER_KEY_ID_INVALID
            """)
    void a_report_of_wrong_form_is_refused(String key, String body, String field, String code) {
        assertThat(report(Issuers.EVERY, key, body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("field", field)
                .containsEntry("code", code);
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void several_reports_at_once_are_refused() {
        assertThat(report(Issuers.EVERY, KEY, "[{\"requestId\": \"r-1\"}]")).hasStatus(422);
        assertThat(report(Issuers.EVERY, KEY, "{")).hasStatus(400);
    }

    @Test
    void where_issuers_are_set_another_key_is_not_found() {
        var set = new Issuers(List.of(new Issuer(KEY, "O=JPKI-TEST", Kind.SIGNING, NOW, NOW.plusSeconds(1))));

        assertThat(report(set, "0a".repeat(20), "{\"requestId\": \"r-1\"}"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tenkyo:problem:issuer-unknown");
        assertThat(report(set, KEY, "{\"requestId\": \"r-1\"}")).hasStatus(202);
        assertThat(report(set, "0a", "{\"requestId\": \"r-1\"}")).hasStatus(422);
    }

    @Test
    void without_the_broker_the_caller_is_asked_to_try_again() {
        outbox.failWith(() -> new BrokerUnavailableException("The broker does not answer."));

        assertThat(report(Issuers.EVERY, KEY, "{\"requestId\": \"r-1\"}"))
                .hasStatus(503)
                .hasHeader("Retry-After", "5");
    }

    private static Outgoing on(int partition, IssuerEventMessage message) {
        return new Outgoing(
                Topic.ISSUER_EVENTS, Optional.of(partition), "r-1", KEY, message, "jp.tenkyo.IssuerCompromised", NOW);
    }

    private MvcTestResult report(Issuers issuers, String key, String body) {
        var controller = new CompromiseController(new Intake(outbox, InstantSource.fixed(NOW)), issuers, PARTITIONS);
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controller)
                        .setControllerAdvice(new Problems())
                        .build())
                .post()
                .uri("/issuers/{key}/compromise", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
