package jp.tenkyo.status.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a certificate: {@code issuerKeyId:serial}, both lower-case hex, the key of topic certificate-status. Issuers
 * are told apart by key, never by name: several CA generations share one distinguished name.
 *
 * @param issuerKeyId SHA-1 of the issuer's public key (RFC 5280 4.2.1.2, method 1)
 * @param serial serial number, canonical: no leading zeros
 */
public record CertificateId(String issuerKeyId, String serial) {

    public static final int KEY_ID_BYTES = 20;
    /** RFC 5280 4.1.2.2: positive, at most 20 octets. */
    public static final int SERIAL_BYTES_MAX = 20;

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{40}:[1-9a-f][0-9a-f]{0,39}");
    private static final Pattern LEADING_ZEROS = Pattern.compile(":0+(?=.)");
    private static final int TEXT_MAX = 2 * (KEY_ID_BYTES + SERIAL_BYTES_MAX) + 1;

    /** Reads text in any case, leading zeros of the serial dropped; empty where it names no certificate. */
    public static Optional<CertificateId> parse(String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        var canonical = LEADING_ZEROS.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst(":");
        return WELL_FORMED.matcher(canonical).matches() ? Optional.of(ofWellFormed(canonical)) : Optional.empty();
    }

    /** Reads a record's key, which must be canonical byte by byte; empty otherwise. */
    public static Optional<CertificateId> ofRecordKey(byte[] key) {
        if (key.length > TEXT_MAX) {
            return Optional.empty();
        }
        var text = new String(key, US_ASCII);
        return WELL_FORMED.matcher(text).matches() ? Optional.of(ofWellFormed(text)) : Optional.empty();
    }

    private static CertificateId ofWellFormed(String text) {
        var colon = 2 * KEY_ID_BYTES;
        return new CertificateId(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Empty for a serial that no certificate of ours can have: zero, negative or longer than 20 octets. */
    public static Optional<CertificateId> of(String issuerKeyId, BigInteger serial) {
        return serial.signum() > 0 && serial.bitLength() <= SERIAL_BYTES_MAX * Byte.SIZE
                ? Optional.of(new CertificateId(issuerKeyId, serial.toString(16)))
                : Optional.empty();
    }

    public BigInteger serialNumber() {
        return new BigInteger(serial, 16);
    }

    /**
     * The key id's 20 bytes, then the serial's, without sign or leading zeros: certificates of an issuer lie together.
     */
    public byte[] toBytes() {
        return HEX.parseHex(issuerKeyId + (serial.length() % 2 == 0 ? serial : "0" + serial));
    }

    /** The reverse of {@link #toBytes}. */
    public static CertificateId fromBytes(byte[] bytes) {
        var keyId = HEX.formatHex(bytes, 0, KEY_ID_BYTES);
        var serial = HEX.formatHex(Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length));
        return new CertificateId(keyId, serial.startsWith("0") ? serial.substring(1) : serial);
    }

    @Override
    public String toString() {
        return issuerKeyId + ":" + serial;
    }
}
