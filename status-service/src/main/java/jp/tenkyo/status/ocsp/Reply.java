package jp.tenkyo.status.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;

/** What goes back to whoever asked. */
sealed interface Reply {

    /** @return the whole OCSPResponse, DER */
    byte[] der();

    /** May be kept for as long as the settings say, and asked for again by its ETag. */
    record Reusable(Answer answer) implements Reply {
        @Override
        public byte[] der() {
            return answer.der();
        }
    }

    /** Signed for this request alone. */
    final class Once implements Reply {

        private final byte[] der;

        Once(byte[] der) {
            this.der = der;
        }

        @Override
        public byte[] der() {
            return der;
        }
    }

    /** Unsigned (RFC 6960 2.3). */
    enum Refusal implements Reply {
        MALFORMED_REQUEST(OCSPRespBuilder.MALFORMED_REQUEST),
        TRY_LATER(OCSPRespBuilder.TRY_LATER),
        INTERNAL_ERROR(OCSPRespBuilder.INTERNAL_ERROR),
        UNAUTHORIZED(OCSPRespBuilder.UNAUTHORIZED);

        private final byte[] der;

        Refusal(int status) {
            try {
                der = new OCSPRespBuilder().build(status, null).getEncoded();
            } catch (OCSPException | IOException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        @Override
        public byte[] der() {
            return der;
        }
    }
}
