package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenkyo.avro.CertificateRequestMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that the CA has made, and requests about them. */
class CertificateRequestDoorTest {

    private static final String ISSUE = """
            {"requestId": "r-1", "holderId": "h-1", "municipality": "012246", "type": "ISSUE", "carrier": "CARD",
             "kind": "SIGNING", "issuerKeyId": "ABCDEF0123456789ABCDEF0123456789ABCDEF01", "serial": "00A1",
             "notBefore": "2026-04-01T09:00:00+09:00", "notAfter": "2030-02-17T14:59:59Z",
             "dateOfBirth": "1950-00-00", "cardExpiresOn": "2035-02-17", "recordNumber": 3}""";

    private static final String KEY_ID = "abcdef0123456789abcdef0123456789abcdef01";

    private final JsonDoor door = new JsonDoor();
    private final RecordingOutbox outbox = door.outbox();

    @Test
    void a_certificate_is_named_canonically_however_it_was_written() {
        assertThat(door.post("/certificate-requests", ISSUE)).hasStatus(202);

        var issue = outbox.lastValue(CertificateRequestMessage.class).getIssue();
        assertThat(issue.getIssuerKeyId()).isEqualTo(KEY_ID);
        assertThat(issue.getSerial()).isEqualTo("a1");
        assertThat(issue.getNotBefore()).isEqualTo(JsonDoor.NOW);
        assertThat(issue.getDateOfBirth()).isEqualTo("1950-00-00");
    }

    @ParameterizedTest
    @CsvSource({"REVOKE, HOLDER_REQUEST", "HOLD, CARD_LOST", "RELEASE, PHONE_FOUND"})
    void a_request_about_a_certificate_is_accepted(String type, String ground) {
        assertThat(door.post("/certificate-requests", action(type, ground))).hasStatus(202);

        var message = outbox.lastValue(CertificateRequestMessage.class);
        var body = List.of("REVOKE", "HOLD", "RELEASE").indexOf(type);
        var bodies = new Object[] {message.getRevoke(), message.getHold(), message.getRelease()};
        assertThat(bodies[body])
                .hasToString(
                        "{\"requestId\": \"r-2\", \"holderId\": \"h-1\", \"municipality\": \"012246\", \"certificateId\": \""
                                + KEY_ID + ":a1\", \"ground\": \"" + ground + "\"}");
    }

    @Test
    void an_issue_must_not_carry_fields_of_another_type() {
        assertThat(door.post("/certificate-requests", ISSUE.replace("\"type\"", "\"ground\": \"CARD_LOST\", \"type\"")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void an_instant_needs_an_offset() {
        assertThat(door.post("/certificate-requests", ISSUE.replace("+09:00", "")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("NOT_AN_INSTANT");
    }

    private static String action(String type, String ground) {
        return """
                {"requestId": "r-2", "holderId": "h-1", "municipality": "012246", "type": "%s",
                 "certificateId": "ABCDEF0123456789ABCDEF0123456789ABCDEF01:0A1", "ground": "%s"}""".formatted(type, ground);
    }
}
