package jp.tenkyo.status.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Date;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.KeyFile;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/**
 * Signs lists for one issuer, with a key that the issuer has certified for that under its own name: so the lists carry
 * the name that certificates name as their issuer, and are no indirect ones (ADR 0012).
 *
 * @param certificate names the issuer as its subject, and may sign lists
 */
record ListSigner(Issuer issuer, X509Certificate certificate, PrivateKey key, ListExtensions extensions) {

    private static final int V2 = 1;

    ListSigner(Issuer issuer, X509Certificate certificate, PrivateKey key, String publishedAt) {
        this(issuer, certificate, key, new ListExtensions(issuer, certificate, publishedAt));
    }

    /** @return CertificateList, DER */
    byte[] sign(ListFrame frame, EntryWriter entries) {
        var algorithm = KeyFile.algorithmOf(key);
        var algorithmId = der(new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm));
        var toBeSigned = Der.sequence(
                der(new ASN1Integer(V2)),
                algorithmId,
                issuer.certificate().getSubjectX500Principal().getEncoded(),
                der(new Time(Date.from(frame.thisUpdate()))),
                der(new Time(Date.from(frame.nextUpdate()))),
                entries.der(),
                Der.tagged(Der.CONTEXT_0, der(extensions.of(frame))));
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(toBeSigned);
            return Der.sequence(toBeSigned, algorithmId, der(new DERBitString(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key for lists of " + issuer.keyId() + " does not sign", e);
        }
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
