package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.DecisionTaken;
import jp.tenkyo.avro.Pin;
import jp.tenkyo.avro.PinChange;
import jp.tenkyo.avro.PinCheck;
import jp.tenkyo.avro.PinReset;
import jp.tenkyo.avro.PinResult;
import jp.tenkyo.avro.ResetPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of PINs, and decisions that a person has taken. */
class PinRequestDoorTest {

    private static final String RESULT = """
            {"requestId": "r-1", "holderId": "h-1", "type": "PIN_RESULT", "pin": "SIGNING", "carrier": "CARD",
             "result": "WRONG", "sequence": 5000000000}""";

    private static final String RESET = """
            {"requestId": "r-1", "holderId": "h-1", "municipality": "012246", "type": "PIN_RESET", "pin": "SIGNING",
             "carrier": "PHONE", "place": "CONVENIENCE_STORE"}""";

    private static final String CHANGE = """
            {"requestId": "r-1", "holderId": "h-1", "municipality": "012246", "type": "PIN_CHANGED", "pin": "CARD",
             "carrier": "CARD"}""";

    private static final String TAKEN = """
            {"requestId": "r-1", "holderId": "h-1", "municipality": "012246", "type": "DECISION_TAKEN",
             "certificateId": "ABCDEF0123456789ABCDEF0123456789ABCDEF01:0A1",
             "finding": "DATE_OF_BIRTH_NEEDS_DECISION"}""";

    private final JsonDoor door = new JsonDoor();

    @Test
    void a_result_needs_no_municipality() {
        assertThat(sent(RESULT).getPinResult())
                .isEqualTo(
                        new PinResult("r-1", "h-1", null, Pin.SIGNING, Carrier.CARD, PinCheck.WRONG, 5_000_000_000L));
        assertThat(sent(RESULT.replace("WRONG", "OK")).getPinResult().getResult())
                .isEqualTo(PinCheck.OK);
    }

    @Test
    void a_reset_says_where() {
        assertThat(sent(RESET).getPinReset())
                .isEqualTo(
                        new PinReset("r-1", "h-1", "012246", Pin.SIGNING, Carrier.PHONE, ResetPlace.CONVENIENCE_STORE));
    }

    @Test
    void a_change_may_name_a_municipality() {
        assertThat(sent(CHANGE).getPinChange())
                .isEqualTo(new PinChange("r-1", "h-1", "012246", Pin.CARD, Carrier.CARD));
    }

    @Test
    void a_decision_names_its_certificate_canonically() {
        assertThat(sent(TAKEN).getDecisionTaken())
                .isEqualTo(new DecisionTaken(
                        "r-1",
                        "h-1",
                        "012246",
                        "abcdef0123456789abcdef0123456789abcdef01:a1",
                        "DATE_OF_BIRTH_NEEDS_DECISION"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"sequence\": 5000000000  | \"sequence\": 0                     | sequence     | PIN_SEQUENCE_INVALID",
                "\"sequence\": 5000000000  | \"sequence\": \"1\"                 | sequence     | NOT_A_NUMBER",
                "\"sequence\": 5000000000  | \"sequence\": 9223372036854775808   | sequence     | NOT_A_NUMBER",
                "\"sequence\": 5000000000  | \"sequence\": null                  | sequence     | MISSING",
                "\"WRONG\"                 | \"UNKNOWN\"                         | result       | UNKNOWN_SYMBOL",
                "\"pin\": \"SIGNING\",     |                                     | pin          | MISSING",
                "\"SIGNING\"               | \"1234\"                            | pin          | UNKNOWN_SYMBOL",
                "\"CARD\"                  | \"SIM\"                             | carrier      | UNKNOWN_SYMBOL",
                "\"type\"                  | \"municipality\": \"1\", \"type\"   | municipality | MUNICIPALITY_INVALID",
                "\"type\"                  | \"place\": \"COUNTER\", \"type\"    | place        | NOT_APPLICABLE",
                "\"type\"                  | \"ground\": \"CARD_LOST\", \"type\" | ground       | NOT_APPLICABLE",
            })
    void a_wrong_result_is_named_by_field_and_code(String right, String wrong, String field, String code) {
        thenRefused(RESULT.replace(right, wrong == null ? "" : wrong), field, code);
    }

    @ParameterizedTest
    @CsvSource({"CARD, PHONE", "AUTHENTICATION, RESIDENT_CARD"})
    void a_pin_that_is_not_on_the_carrier_is_refused(String pin, String carrier) {
        var body = RESULT.replace("\"carrier\": \"CARD\"", "\"carrier\": \"" + carrier + "\"")
                .replace("\"SIGNING\"", "\"" + pin + "\"");
        thenRefused(body, "pin", "PIN_NOT_ON_CARRIER");
    }

    @Test
    void a_reset_needs_its_municipality_and_a_pin_that_can_be_reset_there() {
        thenRefused(RESET.replace("\"municipality\": \"012246\", ", ""), "municipality", "MISSING");
        thenRefused(RESET.replace("SIGNING", "CARD").replace("PHONE", "CARD"), "place", "PIN_RESET_AT_COUNTER_ONLY");
    }

    @Test
    void a_decision_needs_a_finding_and_a_certificate() {
        thenRefused(TAKEN.replace("DATE_OF_BIRTH_NEEDS_DECISION", "what to do"), "finding", "FINDING_INVALID");
        thenRefused(TAKEN.replace(":0A1", ""), "certificateId", "CERTIFICATE_ID_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "newPin", "pinValue", "oldPin"})
    void a_field_that_could_carry_a_pin_is_refused_and_its_content_repeated_nowhere(String field) {
        for (var body : new String[] {RESULT, RESET, CHANGE}) {
            var answer = door.post(
                    "/certificate-requests", body.replace("\"type\"", "\"" + field + "\": \"KAERU7Q2\", \"type\""));
            assertThat(answer)
                    .hasStatus(422)
                    .bodyText()
                    .contains("\"UNKNOWN_FIELD\"")
                    .doesNotContain("KAERU7Q2");
        }
        assertThat(door.outbox().sent()).isEmpty();
    }

    private CertificateRequestMessage sent(String body) {
        assertThat(door.post("/certificate-requests", body)).hasStatus(202);
        return door.outbox().lastValue(CertificateRequestMessage.class);
    }

    private void thenRefused(String body, String field, String code) {
        assertThat(door.post("/certificate-requests", body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("field", field)
                .containsEntry("code", code);
        assertThat(door.outbox().sent()).isEmpty();
    }
}
