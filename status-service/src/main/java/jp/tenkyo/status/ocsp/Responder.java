package jp.tenkyo.status.ocsp;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.IssuerFiles;
import jp.tenkyo.status.issuers.KeyFile;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs answers for one issuer with a key that the issuer has delegated this to (RFC 6960 4.2.2.2). */
final class Responder {

    private final Issuer issuer;
    private final X509Certificate certificate;
    private final PrivateKey key;
    private final RespID name;
    private final X509CertificateHolder[] chain;
    private final JcaContentSignerBuilder signing;

    Responder(Issuer issuer, X509Certificate certificate, PrivateKey key) {
        this.issuer = issuer;
        this.certificate = certificate;
        this.key = key;
        this.signing = new JcaContentSignerBuilder(KeyFile.algorithmOf(key));
        try {
            this.chain = new X509CertificateHolder[] {new JcaX509CertificateHolder(certificate)};
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that does not encode", e);
        }
        var keyId = IssuerFiles.keyIdOf(certificate.getPublicKey());
        this.name = new RespID(new ResponderID(new DEROctetString(HexFormat.of().parseHex(keyId))));
    }

    Issuer issuer() {
        return issuer;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Named by key: shorter, and the same whatever the certificate's subject. */
    BasicOCSPRespBuilder begin() {
        return new BasicOCSPRespBuilder(name);
    }

    /** @return the whole OCSPResponse, DER */
    byte[] sign(BasicOCSPRespBuilder answer, Instant producedAt) {
        try {
            var basic = answer.build(signing.build(key), chain, Date.from(producedAt));
            return new OCSPRespBuilder().build(OCSPResp.SUCCESSFUL, basic).getEncoded();
        } catch (OperatorCreationException | OCSPException | IOException e) {
            throw new IllegalStateException("The OCSP key of " + issuer.keyId() + " does not sign", e);
        }
    }
}
