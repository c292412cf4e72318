package jp.tenkyo.status.prober;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    // The example that Standard Webhooks' libraries are tested with.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SENT = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_331);

    private final WebhookSignature signature = new WebhookSignature(SECRET);

    @Test
    void a_message_that_was_signed_with_the_secret_is_genuine() {
        assertThat(signature.isGenuine(ID, SENT, SIGNATURE, BODY, NOW)).isTrue();
        assertThat(signature.isGenuine(ID, SENT, "v1,AAAA " + SIGNATURE, BODY, NOW))
                .isTrue();
    }

    @Test
    void what_was_altered_is_old_or_was_never_signed_is_not() {
        assertThat(signature.isGenuine(ID, SENT, SIGNATURE, BODY + " ", NOW)).isFalse();
        assertThat(signature.isGenuine(ID + "x", SENT, SIGNATURE, BODY, NOW)).isFalse();
        assertThat(signature.isGenuine(ID, SENT, SIGNATURE, BODY, NOW.plusSeconds(301)))
                .isFalse();
        assertThat(signature.isGenuine(ID, "", "", BODY, NOW)).isFalse();
    }
}
