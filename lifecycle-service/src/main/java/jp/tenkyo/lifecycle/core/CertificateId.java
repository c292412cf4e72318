package jp.tenkyo.lifecycle.core;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a certificate: {@code issuerKeyId:serial}, both lower-case hex. Issuers are told apart by key, never by name:
 * several CA generations share one distinguished name.
 *
 * @param issuerKeyId SHA-1 of the issuer's public key (RFC 5280 4.2.1.2, method 1)
 * @param serial serial number, canonical: no leading zeros
 */
public record CertificateId(String issuerKeyId, String serial) {

    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{40}");
    /** RFC 5280 4.1.2.2: at most 20 octets, positive. */
    private static final Pattern SERIAL = Pattern.compile("[1-9a-f][0-9a-f]{0,39}");

    /** Brings both parts to their canonical form; whether that is well-formed, {@link #isWellFormed} tells. */
    public static CertificateId of(String issuerKeyId, String serial) {
        return new CertificateId(
                issuerKeyId.toLowerCase(Locale.ROOT),
                serial.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", ""));
    }

    /** Reads {@code issuerKeyId:serial} in any case; empty where there is not exactly one colon. */
    public static Optional<CertificateId> parse(String text) {
        var parts = text.split(":", -1);
        return parts.length == 2 ? Optional.of(of(parts[0], parts[1])) : Optional.empty();
    }

    public boolean isWellFormed() {
        return KEY_ID.matcher(issuerKeyId).matches() && SERIAL.matcher(serial).matches();
    }

    @Override
    public String toString() {
        return issuerKeyId + ":" + serial;
    }
}
