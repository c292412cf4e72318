package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenkyo.avro.ContactPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where holders can be reached. */
class ContactPointDoorTest {

    private final JsonDoor door = new JsonDoor();
    private final RecordingOutbox outbox = door.outbox();

    @Test
    void a_contact_point_is_taken_and_forgotten() {
        assertThat(door.post("/contact-points", """
                {"holderId": "h-1", "mail": "hanako@example.jp", "language": "JA", "channel": "MAIL",
                 "postal": {"postcode": "066-8686", "lines": ["北海道千歳市東雲町2丁目34番地"]}}"""))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"accepted\":[\"h-1\"]}");
        assertThat(outbox.lastValue(ContactPoint.class).getMail()).isEqualTo("hanako@example.jp");

        assertThat(door.http().delete().uri("/contact-points/h-1")).hasStatus(202);

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
        assertThat(door.post("/contact-points", "{\"holderId\": \"h-1\", \"language\": \"JA\", " + fields + "}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("field", field)
                .containsEntry("code", code);
    }
}
