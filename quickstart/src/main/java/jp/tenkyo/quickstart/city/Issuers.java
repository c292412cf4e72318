package jp.tenkyo.quickstart.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import jp.tenkyo.avro.CertificateKind;

/** Serial numbers, and issuers for those who need no real ones. */
final class Issuers {

    private static final String SIGNING = sha1("JPKI-TEST signing, generation 1");
    private static final String AUTHENTICATION = sha1("JPKI-TEST authentication, generation 1");
    private static final int SERIAL_BITS = 28;
    private static final long SERIAL_FIRST = 1L << (SERIAL_BITS + 1);
    private static final long ODD = 0x5bd1e95;

    private Issuers() {}

    static String labelled(CertificateKind kind, Instant notBefore) {
        return kind == CertificateKind.SIGNING ? SIGNING : AUTHENTICATION;
    }

    /**
     * Four bytes in hex without leading zeros, another one for every number below 2^28 (an odd factor is invertible).
     */
    static String serial(long number) {
        return Long.toHexString(SERIAL_FIRST + ((number * ODD) & ((1L << SERIAL_BITS) - 1)));
    }

    private static String sha1(String label) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(label.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
