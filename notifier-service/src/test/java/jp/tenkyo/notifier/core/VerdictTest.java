package jp.tenkyo.notifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenkyo.avro.DeliveryOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final int ATTEMPTS_MAX = 3;

    @ParameterizedTest
    @CsvSource({
        "SENDER,    451, SERVER_AWAY,  SERVER_AWAY",
        "SENDER,    550, SERVER_AWAY,  SERVER_AWAY",
        "RECIPIENT, 421, SERVER_AWAY,  SERVER_AWAY",
        "RECIPIENT, 450, RETRYING,     GAVE_UP",
        "RECIPIENT, 451, RETRYING,     GAVE_UP",
        "RECIPIENT, 452, RETRYING,     GAVE_UP",
        "RECIPIENT, 454, SERVER_AWAY,  SERVER_AWAY",
        "RECIPIENT, 501, BAD_ADDRESS,  BAD_ADDRESS",
        "RECIPIENT, 530, SERVER_AWAY,  SERVER_AWAY",
        "RECIPIENT, 535, SERVER_AWAY,  SERVER_AWAY",
        "RECIPIENT, 550, BAD_ADDRESS,  BAD_ADDRESS",
        "RECIPIENT, 551, BAD_ADDRESS,  BAD_ADDRESS",
        "RECIPIENT, 552, RETRYING,     GAVE_UP",
        "RECIPIENT, 553, BAD_ADDRESS,  BAD_ADDRESS",
        "RECIPIENT, 554, BAD_ADDRESS,  BAD_ADDRESS",
        "RECIPIENT, 556, BAD_ADDRESS,  BAD_ADDRESS",
        "CONTENT,   421, SERVER_AWAY,  SERVER_AWAY",
        "CONTENT,   451, RETRYING,     GAVE_UP",
        "CONTENT,   550, GAVE_UP,      GAVE_UP",
        "CONTENT,   552, RETRYING,     GAVE_UP",
        "CONTENT,   554, GAVE_UP,      GAVE_UP",
    })
    void a_refusal_means(SmtpReply.Step step, int code, String first, String last) {
        var reply = new SmtpReply.Refused(step, code);

        assertThat(Verdict.of(reply, 1, ATTEMPTS_MAX)).isEqualTo(verdict(first, Integer.toString(code)));
        assertThat(Verdict.of(reply, ATTEMPTS_MAX, ATTEMPTS_MAX)).isEqualTo(verdict(last, Integer.toString(code)));
    }

    @ParameterizedTest
    @CsvSource({"1, RETRYING", "2, RETRYING", "3, GAVE_UP"})
    void a_lost_connection_uses_up_an_attempt(int attempt, String outcome) {
        assertThat(Verdict.of(new SmtpReply.Lost(), attempt, ATTEMPTS_MAX))
                .isEqualTo(verdict(outcome, "CONNECTION_LOST"));
    }

    @ParameterizedTest
    @CsvSource({"-1, NOT_CONNECTED", "421, 421", "535, 535", "554, 554"})
    void without_a_connection_no_attempt_is_used_up(int code, String detail) {
        assertThat(Verdict.of(new SmtpReply.NotConnected(code), ATTEMPTS_MAX, ATTEMPTS_MAX))
                .isEqualTo(new Verdict.ServerAway(detail));
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void accepted_is_sent(int attempt) {
        assertThat(Verdict.of(new SmtpReply.Accepted(), attempt, ATTEMPTS_MAX)).isEqualTo(verdict("SENT", "250"));
    }

    private static Verdict verdict(String name, String detail) {
        return name.equals("SERVER_AWAY")
                ? new Verdict.ServerAway(detail)
                : new Verdict.Attempted(DeliveryOutcome.valueOf(name), detail);
    }
}
