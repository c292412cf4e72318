package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class JsonDoorTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private static final String CHANGE = """
            {"eventId": "e-1", "holderId": "h-1", "municipality": "012246", "recordNumber": 3,
             "reason": "CORRECTED_EX_OFFICIO", "changed": ["NAME", "ADDRESS"], "eventDate": "2026-03-30",
             "notifiedDate": "2026-03-31", "processedDate": "2026-04-01"}""";

    private static final String ISSUE = """
            {"requestId": "r-1", "holderId": "h-1", "municipality": "012246", "type": "ISSUE", "carrier": "CARD",
             "kind": "SIGNING", "issuerKeyId": "ABCDEF0123456789ABCDEF0123456789ABCDEF01", "serial": "00A1",
             "notBefore": "2026-04-01T09:00:00+09:00", "notAfter": "2030-02-17T14:59:59Z",
             "dateOfBirth": "1950-00-00", "cardExpiresOn": "2035-02-17", "recordNumber": 3}""";

    private static final String KEY_ID = "abcdef0123456789abcdef0123456789abcdef01";

    private final RecordingOutbox outbox = new RecordingOutbox();
    private final MockMvcTester http = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(new InputController(new Intake(outbox, InstantSource.fixed(NOW))))
                    .setControllerAdvice(new Problems())
                    .build());

    @Test
    void a_sound_change_is_sent_in_its_envelope_and_accepted() {
        assertThat(post("/resident-changes", CHANGE))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"accepted\":[\"e-1\"]}");

        var sent = outbox.sent().getFirst();
        assertThat(sent.topic()).isEqualTo(Topic.RESIDENT_CHANGES);
        assertThat(sent.key()).isEqualTo("h-1");
        assertThat(sent.value())
                .isEqualTo(new ResidentChangeMessage(
                        "e-1",
                        "/tenkyo/lifecycle-service/door",
                        NOW,
                        NOW,
                        new ResidentChange(
                                "e-1",
                                "h-1",
                                "012246",
                                3,
                                jp.tenkyo.avro.ChangeReason.CORRECTED_EX_OFFICIO,
                                List.of(ChangedAttribute.NAME, ChangedAttribute.ADDRESS),
                                LocalDate.of(2026, 3, 30),
                                LocalDate.of(2026, 3, 31),
                                LocalDate.of(2026, 4, 1),
                                null,
                                null,
                                null)));
    }

    @Test
    void a_certificate_is_named_canonically_however_it_was_written() {
        assertThat(post("/certificate-requests", ISSUE)).hasStatus(202);

        var issue = outbox.lastValue(CertificateRequestMessage.class).getIssue();
        assertThat(issue.getIssuerKeyId()).isEqualTo(KEY_ID);
        assertThat(issue.getSerial()).isEqualTo("a1");
        assertThat(issue.getNotBefore()).isEqualTo(NOW);
        assertThat(issue.getDateOfBirth()).isEqualTo("1950-00-00");
    }

    @ParameterizedTest
    @CsvSource({"REVOKE, HOLDER_REQUEST", "HOLD, CARD_LOST", "RELEASE, PHONE_FOUND"})
    void a_request_about_a_certificate_is_accepted(String type, String ground) {
        assertThat(post("/certificate-requests", action(type, ground))).hasStatus(202);

        var message = outbox.lastValue(CertificateRequestMessage.class);
        var body = List.of("REVOKE", "HOLD", "RELEASE").indexOf(type);
        var bodies = new Object[] {message.getRevoke(), message.getHold(), message.getRelease()};
        assertThat(bodies[body])
                .hasToString(
                        "{\"requestId\": \"r-2\", \"holderId\": \"h-1\", \"municipality\": \"012246\", \"certificateId\": \""
                                + KEY_ID + ":a1\", \"ground\": \"" + ground + "\"}");
    }

    @Test
    void one_faulty_input_refuses_the_whole_request() {
        var faulty = CHANGE.replace("e-1", "e-2").replace("2026-03-30", "30 March");

        assertThat(post("/resident-changes", "[" + CHANGE + "," + faulty + "]"))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.errors")
                .isEqualTo(List.of(java.util.Map.of(
                        "index", 1,
                        "field", "eventDate",
                        "code", "NOT_A_DATE",
                        "detail", "eventDate must be a date of the calendar, such as 2026-04-01.")));
        assertThat(outbox.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"eventId\": \"e-1\",                |                                  | eventId            | MISSING",
                "\"e-1\"                              | 7                                | eventId            | NOT_A_TEXT",
                "\"recordNumber\": 3                  | \"recordNumber\": \"3\"          | recordNumber       | NOT_A_NUMBER",
                "\"recordNumber\": 3                  | \"recordNumber\": 0              | recordNumber       | RECORD_NUMBER_INVALID",
                "\"CORRECTED_EX_OFFICIO\"             | \"UNKNOWN\"                      | reason             | UNKNOWN_SYMBOL",
                "\"NAME\"                             | \"HAIR\"                         | changed            | UNKNOWN_SYMBOL",
                "\"NAME\", \"ADDRESS\"                |                                  | changed            | CHANGED_MISSING",
                "\"2026-03-31\"                       | \"2026-02-30\"                   | notifiedDate       | NOT_A_DATE",
                "\"012246\"                           | \"012245\"                       | municipality       | MUNICIPALITY_INVALID",
                "\"processedDate\": \"2026-04-01\"    | \"processedDate\": \"2026-04-02\"| processedDate      | PROCESSED_DATE_IN_FUTURE",
                "\"recordNumber\": 3                  | \"recordNumber\": 3, \"x\": 1    | x                  | UNKNOWN_FIELD",
                "\"recordNumber\": 3                  | \"recordNumber\": 3, \"continuedUse\": \"yes\" | continuedUse | NOT_A_FLAG",
            })
    void a_wrong_form_is_named_by_field_and_code(String right, String wrong, String field, String code) {
        var body = CHANGE.replace(right, wrong == null ? "" : wrong);

        assertThat(post("/resident-changes", body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("field", field)
                .containsEntry("code", code);
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void an_issue_must_not_carry_fields_of_another_type() {
        assertThat(post("/certificate-requests", ISSUE.replace("\"type\"", "\"ground\": \"CARD_LOST\", \"type\"")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void an_instant_needs_an_offset() {
        assertThat(post("/certificate-requests", ISSUE.replace("+09:00", "")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("NOT_AN_INSTANT");
    }

    @Test
    void the_same_id_twice_in_one_request_is_refused() {
        assertThat(post("/resident-changes", "[" + CHANGE + "," + CHANGE + "]"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("index", 1)
                .containsEntry("code", "DUPLICATE");
    }

    @Test
    void a_thousand_are_taken_and_one_more_is_too_many() {
        assertThat(post("/resident-changes", changes(1_000))).hasStatus(202);
        assertThat(outbox.sent()).hasSize(1_000);
        assertThat(post("/resident-changes", changes(1_001)))
                .hasStatus(413)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(outbox.sent()).hasSize(1_000);
    }

    @Test
    void too_many_bytes_are_refused() {
        assertThat(post("/resident-changes", " ".repeat(JsonBody.BYTES_MAX + 1)))
                .hasStatus(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{\"eventId\": ", "~~", "{\"eventId\": \"a\", \"eventId\": \"b\"}", "{} {}"})
    void what_is_not_json_is_a_bad_request_that_repeats_nothing(String body) {
        assertThat(post("/resident-changes", body))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .doesNotContain("eventId");
    }

    @Test
    void another_content_type_or_method_is_refused() {
        assertThat(http.post()
                        .uri("/resident-changes")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(CHANGE))
                .hasStatus(415);
        assertThat(http.get().uri("/resident-changes")).hasStatus(405);
    }

    @Test
    void a_broker_or_registry_that_is_away_is_a_503_that_says_when_to_try_again() {
        outbox.failWith(() -> new BrokerUnavailableException("The broker does not answer."));
        assertThat(post("/resident-changes", CHANGE)).hasStatus(503).hasHeader("Retry-After", "5");
        outbox.failWith(() -> new RegistryUnavailableException("away", new IOException()));
        assertThat(post("/resident-changes", CHANGE)).hasStatus(503).hasHeader("Retry-After", "5");
    }

    @Test
    void the_trace_of_a_request_goes_on_and_a_malformed_one_does_not() {
        var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(http.post()
                        .uri("/resident-changes")
                        .header("traceparent", parent)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(CHANGE))
                .hasStatus(202);
        assertThat(http.post()
                        .uri("/resident-changes")
                        .header("traceparent", "x")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(CHANGE))
                .hasStatus(202);

        assertThat(outbox.traces())
                .extracting(TraceContext::traceparent)
                .containsExactly(java.util.Optional.of(parent), java.util.Optional.empty());
    }

    @Test
    void a_contact_point_is_taken_and_forgotten() {
        assertThat(post("/contact-points", """
                {"holderId": "h-1", "mail": "hanako@example.jp", "language": "JA", "channel": "MAIL",
                 "postal": {"postcode": "066-8686", "lines": ["北海道千歳市東雲町2丁目34番地"]}}"""))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"accepted\":[\"h-1\"]}");
        assertThat(outbox.lastValue(ContactPoint.class).getMail()).isEqualTo("hanako@example.jp");

        assertThat(http.delete().uri("/contact-points/h-1")).hasStatus(202);

        assertThat(outbox.sent().getLast().value()).isNull();
        assertThat(outbox.sent().getLast().key()).isEqualTo("h-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"mail\": \"no at sign\", \"channel\": \"MAIL\"   | mail            | MAIL_INVALID",
                "\"mail\": \"a@b.jp\\r\\nBcc: c@d.jp\", \"channel\": \"MAIL\" | mail   | MAIL_INVALID",
                "\"channel\": \"MAIL\"                              | mail            | MISSING",
                "\"channel\": \"LETTER\"                            | postal          | MISSING",
                "\"channel\": \"LETTER\", \"postal\": {\"lines\": [\"x\"]} | postal.postcode | MISSING",
                "\"channel\": \"LETTER\", \"postal\": {\"postcode\": \"0668686\", \"lines\": []} | postal.lines | LINES_INVALID",
            })
    void a_wrong_contact_point_is_refused_without_repeating_it(String fields, String field, String code) {
        assertThat(post("/contact-points", "{\"holderId\": \"h-1\", \"language\": \"JA\", " + fields + "}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("field", field)
                .containsEntry("code", code);
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String changes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CHANGE.replace("e-1", "e-" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String action(String type, String ground) {
        return """
                {"requestId": "r-2", "holderId": "h-1", "municipality": "012246", "type": "%s",
                 "certificateId": "ABCDEF0123456789ABCDEF0123456789ABCDEF01:0A1", "ground": "%s"}""".formatted(type, ground);
    }
}
