package jp.tenkyo.status.ocsp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import jp.tenkyo.status.table.Found;

/** A signed answer that may be given again while what it says stays true. Nobody writes to its bytes. */
final class Answer {

    private static final int ETAG_BYTES = 16;

    private final byte[] der;
    private final String etag;
    private final String lastModified;
    private final Found about;
    private final Instant reuseUntil;

    /**
     * @param der the whole OCSPResponse
     * @param about what the table said when it was signed
     * @param reuseUntil when it is signed anew, by the machine's clock
     */
    Answer(byte[] der, Found about, Instant producedAt, Instant reuseUntil) {
        this.der = der;
        this.etag = etagOf(der);
        this.lastModified = HttpDate.of(producedAt);
        this.about = about;
        this.reuseUntil = reuseUntil;
    }

    private static String etagOf(byte[] der) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(der);
            return '"' + HexFormat.of().formatHex(digest, 0, ETAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    byte[] der() {
        return der;
    }

    String etag() {
        return etag;
    }

    Found about() {
        return about;
    }

    /** When it was signed, as HTTP has it. */
    String lastModified() {
        return lastModified;
    }

    boolean isYoung(Instant now) {
        return now.isBefore(reuseUntil);
    }
}
