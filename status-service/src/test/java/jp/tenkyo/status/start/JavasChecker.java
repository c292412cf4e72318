package jp.tenkyo.status.start;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import jp.tenkyo.status.TestCa;

/** Java's own PKIX revocation checker, which asks by OCSP and falls back on nothing: a client that is not ours. */
final class JavasChecker {

    /** What it says of a certificate that nothing speaks against. */
    static final String VALID = "VALID";

    private JavasChecker() {}

    /**
     * @param responder where it asks
     * @return {@link #VALID}, or the reason for which it is not
     */
    static String ask(String responder, TestCa ca, X509Certificate certificate) {
        try {
            var validator = CertPathValidator.getInstance("PKIX");
            var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOcspResponder(URI.create(responder));
            checker.setOptions(Set.of(PKIXRevocationChecker.Option.NO_FALLBACK));
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(ca.certificate(), null)));
            parameters.addCertPathChecker(checker);
            validator.validate(
                    CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return VALID;
        } catch (CertPathValidatorException e) {
            return e.getReason().toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
