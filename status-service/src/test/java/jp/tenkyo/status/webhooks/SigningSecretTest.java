package jp.tenkyo.status.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjU";

    @Test
    void a_message_is_signed_as_standard_webhooks_has_it() {
        // openssl dgst -sha256 -mac HMAC -macopt hexkey:<the secret's bytes> -binary | base64
        assertThat(sign(
                        SECRET,
                        "00112233445566778899aabbccddeeff00112233:1/2",
                        1_763_780_000,
                        "{\"type\":\"certificate.status\",\"data\":{\"name\":\"失効\"}}"))
                .isEqualTo("v1,Z3HEsMEiqmE2BAKyT8di+R68EfhFTUtXRnzKztg8vHo=");
        // The example in the specification's libraries.
        assertThat(sign(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    private static String sign(String secret, String id, long timestamp, String body) {
        return SigningSecret.parse(secret).orElseThrow().sign(id, timestamp, body);
    }

    @Test
    void a_generated_secret_can_be_read_again_and_never_comes_into_a_log() {
        var secret = SigningSecret.generate(new Random(1));

        assertThat(SigningSecret.parse(secret.text()).map(SigningSecret::text)).contains(secret.text());
        assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret.toString()).isEqualTo("whsec_…");
    }

    @Test
    void what_is_too_short_or_no_secret_is_refused() {
        assertThat(SigningSecret.parse("whsec_c2hvcnQ=")).isEmpty();
        assertThat(SigningSecret.parse(SECRET.substring(1))).isEmpty();
        assertThat(SigningSecret.parse("whsec_" + "ü".repeat(40))).isEmpty();
        assertThat(SigningSecret.parse("whsec_" + "A".repeat(88))).isEmpty();
        assertThat(SigningSecret.parse("")).isEmpty();
    }
}
