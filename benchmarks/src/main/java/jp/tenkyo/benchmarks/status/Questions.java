package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import jp.tenkyo.stack.ca.IssuerFiles;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** OCSP requests about certificates of one issuer, by their serials, as whole HTTP requests. */
final class Questions {

    private final JcaX509CertificateHolder issuer;
    private final DigestCalculator sha1;

    private Questions(JcaX509CertificateHolder issuer, DigestCalculator sha1) {
        this.issuer = issuer;
        this.sha1 = sha1;
    }

    static Questions about(IssuerFiles issuer) throws IOException {
        try (var file = Files.newInputStream(issuer.certificate())) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            return new Questions(
                    new JcaX509CertificateHolder(certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] of(long serial) {
        return Exchange.post(request(serial, new OCSPReqBuilder()));
    }

    /** For a server that holds one connection at a time. */
    byte[] once(long serial) {
        return Exchange.postOnce(request(serial, new OCSPReqBuilder()));
    }

    /** With a nonce: the answer cannot be one that was kept. */
    byte[] withNonce(long serial, long nonce) throws IOException {
        var value = new DEROctetString(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(serial)
                .putLong(nonce)
                .array());
        var extension = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(value));
        return Exchange.post(request(serial, new OCSPReqBuilder().setRequestExtensions(new Extensions(extension))));
    }

    private byte[] request(long serial, OCSPReqBuilder builder) {
        try {
            builder.addRequest(new CertificateID(sha1, issuer, BigInteger.valueOf(serial)));
            return builder.build().getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server said. */
    enum Said {
        GOOD,
        REVOKED,
        /** tryLater and all else that is no status. */
        NOTHING
    }

    static Said said(byte[] answer) throws IOException {
        try {
            var response = new OCSPResp(answer);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return Said.NOTHING;
            }
            var status = basic.getResponses()[0].getCertStatus();
            // Bouncy Castle has good as null.
            if (status == null) {
                return Said.GOOD;
            }
            return status instanceof RevokedStatus ? Said.REVOKED : Said.NOTHING;
        } catch (OCSPException e) {
            throw new IOException("That is no OCSP answer", e);
        }
    }
}
