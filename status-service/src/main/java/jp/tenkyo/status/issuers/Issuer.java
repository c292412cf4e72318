package jp.tenkyo.status.issuers;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/**
 * A CA generation: one key.
 *
 * @param keyId SHA-1 of its public key, lower-case hex (RFC 5280 4.2.1.2, method 1); the first part of certificateIds
 * @param certificate the CA's own; other generations may have the same subject
 */
public record Issuer(String keyId, X509Certificate certificate) {

    /** Distinguished name (RFC 2253). */
    public String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Whether the certificate is in this issuer's name and verifies by its key. */
    public boolean hasSigned(X509Certificate other) {
        try {
            other.verify(certificate.getPublicKey());
            return other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
