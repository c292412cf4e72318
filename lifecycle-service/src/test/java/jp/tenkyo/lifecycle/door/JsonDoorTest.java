package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Changes of resident records, and what holds for every request: all or nothing, sizes, JSON, errors, traces. */
class JsonDoorTest {

    private static final Instant NOW = JsonDoor.NOW;

    private static final String CHANGE = """
            {"eventId": "e-1", "holderId": "h-1", "municipality": "012246", "recordNumber": 3,
             "reason": "CORRECTED_EX_OFFICIO", "changed": ["NAME", "ADDRESS"], "eventDate": "2026-03-30",
             "notifiedDate": "2026-03-31", "processedDate": "2026-04-01"}""";

    private final JsonDoor door = new JsonDoor();
    private final RecordingOutbox outbox = door.outbox();
    private final MockMvcTester http = door.http();

    @Test
    void a_sound_change_is_sent_in_its_envelope_and_accepted() {
        assertThat(door.post("/resident-changes", CHANGE))
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
    void one_faulty_input_refuses_the_whole_request() {
        var faulty = CHANGE.replace("e-1", "e-2").replace("2026-03-30", "30 March");

        assertThat(door.post("/resident-changes", "[" + CHANGE + "," + faulty + "]"))
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

        assertThat(door.post("/resident-changes", body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("field", field)
                .containsEntry("code", code);
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void the_same_id_twice_in_one_request_is_refused() {
        assertThat(door.post("/resident-changes", "[" + CHANGE + "," + CHANGE + "]"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("index", 1)
                .containsEntry("code", "DUPLICATE");
    }

    @Test
    void a_thousand_are_taken_and_one_more_is_too_many() {
        assertThat(door.post("/resident-changes", changes(1_000))).hasStatus(202);
        assertThat(outbox.sent()).hasSize(1_000);
        assertThat(door.post("/resident-changes", changes(1_001)))
                .hasStatus(413)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(outbox.sent()).hasSize(1_000);
    }

    @Test
    void too_many_bytes_are_refused() {
        assertThat(door.post("/resident-changes", " ".repeat(JsonBody.BYTES_MAX + 1)))
                .hasStatus(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{\"eventId\": ", "~~", "{\"eventId\": \"a\", \"eventId\": \"b\"}", "{} {}"})
    void what_is_not_json_is_a_bad_request_that_repeats_nothing(String body) {
        assertThat(door.post("/resident-changes", body))
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
        assertThat(door.post("/resident-changes", CHANGE)).hasStatus(503).hasHeader("Retry-After", "5");
        outbox.failWith(() -> new RegistryUnavailableException("away", new IOException()));
        assertThat(door.post("/resident-changes", CHANGE)).hasStatus(503).hasHeader("Retry-After", "5");
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

    private static String changes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CHANGE.replace("e-1", "e-" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
