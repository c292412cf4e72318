package jp.tenkyo.status.ocsp;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How OCSP answers, under {@code tenkyo.ocsp}.
 *
 * @param responders one for each issuer: a certificate of that issuer with its key. The key's kind is the signature's:
 *     EC P-256 or RSA
 * @param validFor from thisUpdate to nextUpdate; an answer is signed anew at half of it
 * @param httpCachedFor how long a cache between client and service may answer by itself. A revocation does not reach
 *     such a cache, so zero: it has to ask, and gets 304 while nothing changed
 * @param answersCachedMax signed answers kept
 * @param signedAtOnceMax answers that can be used once (nonce, several certificates, unknown serials) signed at the
 *     same time; beyond it, tryLater
 */
@ConfigurationProperties("tenkyo.ocsp")
public record OcspSettings(
        @DefaultValue List<ResponderFiles> responders,
        @DefaultValue("5m") Duration validFor,
        @DefaultValue("0s") Duration httpCachedFor,
        @DefaultValue("200000") int answersCachedMax,
        @DefaultValue("32") int signedAtOnceMax) {

    private static final Duration VALID_FOR_MIN = Duration.ofSeconds(10);
    private static final Duration VALID_FOR_MAX = Duration.ofDays(7);
    private static final int SIGNED_AT_ONCE_BOUND = 150;

    public OcspSettings {
        responders = List.copyOf(responders);
        if (validFor.compareTo(VALID_FOR_MIN) < 0 || validFor.compareTo(VALID_FOR_MAX) > 0) {
            throw new IllegalArgumentException("tenkyo.ocsp.valid-for must be 10 s to 7 days, not " + validFor);
        }
        if (httpCachedFor.isNegative() || httpCachedFor.compareTo(validFor.dividedBy(2)) > 0) {
            throw new IllegalArgumentException(
                    "tenkyo.ocsp.http-cached-for must be 0 to half of valid-for (RFC 5019 6.2), not " + httpCachedFor);
        }
        if (answersCachedMax < 1) {
            throw new IllegalArgumentException("tenkyo.ocsp.answers-cached-max must be 1 or more");
        }
        if (signedAtOnceMax < 1 || signedAtOnceMax > SIGNED_AT_ONCE_BOUND) {
            throw new IllegalArgumentException(
                    "tenkyo.ocsp.signed-at-once-max must be 1 to 150, below the web server's threads, not "
                            + signedAtOnceMax);
        }
    }

    /**
     * @param certificate PEM file
     * @param key PEM file, PKCS #8 without password, readable for this service alone
     */
    public record ResponderFiles(String certificate, String key) {}
}
