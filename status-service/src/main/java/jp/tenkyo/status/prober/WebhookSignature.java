package jp.tenkyo.status.prober;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a message as Standard Webhooks has its receivers do. */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration AGE_MAX = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /** @param secret {@code whsec_} and base64, as it was handed out */
    WebhookSignature(String secret) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), ALGORITHM);
    }

    /** @param signatures several may be there, with blanks between */
    boolean isGenuine(String id, String timestamp, String signatures, String body, Instant now) {
        try {
            var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var expected = "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8)));
            return Duration.between(sentAt, now).abs().compareTo(AGE_MAX) <= 0
                    && Arrays.stream(signatures.split(" ", -1))
                            .anyMatch(each -> MessageDigest.isEqual(each.getBytes(UTF_8), expected.getBytes(UTF_8)));
        } catch (NumberFormatException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
