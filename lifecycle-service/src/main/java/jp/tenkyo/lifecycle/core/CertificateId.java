package jp.tenkyo.lifecycle.core;

import java.util.Locale;
import java.util.Optional;

/**
 * Names a certificate: {@code issuerKeyId:serial}, both lower-case hex. Issuers are told apart by key, never by name:
 * several CA generations share one distinguished name.
 *
 * @param issuerKeyId SHA-1 of the issuer's public key (RFC 5280 4.2.1.2, method 1)
 * @param serial serial number, canonical: no leading zeros
 */
public record CertificateId(String issuerKeyId, String serial) {

    private static final Spelling KEY_ID = Spelling.of(40, 40, "09", "af");
    /** RFC 5280 4.1.2.2: at most 20 octets, positive. */
    private static final Spelling SERIAL = Spelling.of(1, 40, "09", "af");

    /** Brings both parts to their canonical form; whether that is well-formed, {@link #isWellFormed} tells. */
    public static CertificateId of(String issuerKeyId, String serial) {
        return new CertificateId(
                issuerKeyId.toLowerCase(Locale.ROOT), withoutLeadingZeros(serial.toLowerCase(Locale.ROOT)));
    }

    /** Leaves the last character, whatever it is. */
    private static String withoutLeadingZeros(String serial) {
        var from = 0;
        while (from < serial.length() - 1 && serial.charAt(from) == '0') {
            from++;
        }
        return serial.substring(from);
    }

    /** Reads {@code issuerKeyId:serial} in any case; empty where there is not exactly one colon. */
    public static Optional<CertificateId> parse(String text) {
        var parts = text.split(":", -1);
        return parts.length == 2 ? Optional.of(of(parts[0], parts[1])) : Optional.empty();
    }

    public boolean isWellFormed() {
        return isKeyId(issuerKeyId) && isSerial(serial);
    }

    static boolean isKeyId(String text) {
        return KEY_ID.fits(text);
    }

    static boolean isSerial(String text) {
        return SERIAL.fits(text) && text.charAt(0) != '0';
    }

    @Override
    public String toString() {
        return issuerKeyId + ":" + serial;
    }
}
