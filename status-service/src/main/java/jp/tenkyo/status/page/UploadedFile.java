package jp.tenkyo.status.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import jp.tenkyo.status.page.Verdict.Problem;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Reads a certificate out of the bytes that somebody sent, PEM or DER. Nothing of them is kept or logged. */
sealed interface UploadedFile {

    /** No certificate of ours comes near it. */
    int BYTES_MAX = 16 * 1024;

    record Read(X509Certificate certificate) implements UploadedFile {}

    record Refused(Problem problem) implements UploadedFile {}

    static UploadedFile of(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused(Problem.NOTHING_SENT);
        }
        if (bytes.length > BYTES_MAX) {
            return new Refused(Problem.TOO_LARGE);
        }
        var text = new String(bytes, ISO_8859_1);
        if (text.contains("PRIVATE KEY-----") || isPrivateKey(bytes)) {
            return new Refused(Problem.PRIVATE_KEY);
        }
        var begins = text.split("-----BEGIN ", -1).length - 1;
        return begins > 1 ? new Refused(Problem.SEVERAL) : certificate(bytes, begins == 1);
    }

    private static UploadedFile certificate(byte[] bytes, boolean isPem) {
        try {
            var found = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return found instanceof X509Certificate certificate
                    ? new Read(certificate)
                    : new Refused(Problem.NOT_A_CERTIFICATE);
        } catch (CertificateException e) {
            return new Refused(isPem || startsLikeOne(bytes) ? Problem.DAMAGED : Problem.NOT_A_CERTIFICATE);
        }
    }

    /** A SEQUENCE with a two-byte length, as every certificate is, of more bytes than there are. */
    private static boolean startsLikeOne(byte[] bytes) {
        return bytes.length > 4
                && bytes[0] == 0x30
                && bytes[1] == (byte) 0x82
                && (Byte.toUnsignedInt(bytes[2]) << 8 | Byte.toUnsignedInt(bytes[3])) + 4 > bytes.length;
    }

    /** PKCS #8, PKCS #1 and SEC 1 keys begin with their version; certificates with a sequence. */
    private static boolean isPrivateKey(byte[] bytes) {
        try {
            return ASN1Primitive.fromByteArray(bytes) instanceof ASN1Sequence sequence
                    && sequence.size() > 1
                    && sequence.getObjectAt(0) instanceof ASN1Integer;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
