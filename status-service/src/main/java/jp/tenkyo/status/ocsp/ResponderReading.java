package jp.tenkyo.status.ocsp;

import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.issuers.KeyFile;
import jp.tenkyo.status.issuers.PemFile;
import jp.tenkyo.status.start.StartRefusedException;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Reads the responders that are set and says all that is wrong with them at once, before anything is answered. */
final class ResponderReading {

    private static final int RSA_BITS_MIN = 2048;
    private static final int EC_BITS = 256;

    private final Issuers issuers;
    private final InstantSource clock;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Responder> byIssuer = new HashMap<>();

    private ResponderReading(Issuers issuers, InstantSource clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /** @throws StartRefusedException unless each issuer has exactly one responder that a client can trust */
    static Responders read(Issuers issuers, List<OcspSettings.ResponderFiles> files, InstantSource clock) {
        var reading = new ResponderReading(issuers, clock);
        files.forEach(reading::take);
        reading.everyIssuerHasOne();
        if (!reading.problems.isEmpty()) {
            throw new StartRefusedException(
                    String.join(System.lineSeparator(), reading.problems), "Do what each line says.");
        }
        return new Responders(List.copyOf(reading.byIssuer.values()));
    }

    private void take(OcspSettings.ResponderFiles files) {
        try {
            var certificate = PemFile.certificates(files.certificate()).getFirst();
            var key = KeyFile.read(files.key());
            var issuer = issuerOf(certificate, files);
            fitForSigning(certificate, files);
            belongTogether(certificate, key, files);
            var other = byIssuer.putIfAbsent(issuer.keyId(), new Responder(issuer, certificate, key));
            if (other != null) {
                throw refused(files, "is the second for issuer " + issuer.keyId() + ". Take one of the two out");
            }
        } catch (PemFile.RefusedException e) {
            problems.add("tenkyo.ocsp.responders: " + e.getMessage());
        }
    }

    private void everyIssuerHasOne() {
        issuers.all().stream()
                .filter(issuer -> !byIssuer.containsKey(issuer.keyId()))
                .forEach(issuer -> problems.add(
                        "tenkyo.ocsp.responders: issuer %s (%s) has none that can be taken. Have it certify a key for OCSP signing and name both files."
                                .formatted(issuer.keyId(), issuer.subject())));
    }

    private Issuer issuerOf(X509Certificate certificate, OcspSettings.ResponderFiles files)
            throws PemFile.RefusedException {
        for (var issuer : issuers.all()) {
            if (issuer.hasSigned(certificate)) {
                return issuer;
            }
        }
        throw refused(files, "is signed by none of tenkyo.issuers. Name that issuer, or another responder");
    }

    private void fitForSigning(X509Certificate certificate, OcspSettings.ResponderFiles files)
            throws PemFile.RefusedException {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            var purposes = certificate.getExtendedKeyUsage();
            if (purposes == null || !purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())) {
                throw refused(
                        files, "lacks the extended key usage OCSPSigning (RFC 6960 4.2.2.2). Have it issued anew");
            }
        } catch (CertificateException e) {
            throw refused(
                    files,
                    "is not valid now (%s to %s). Renew it"
                            .formatted(
                                    certificate.getNotBefore().toInstant(),
                                    certificate.getNotAfter().toInstant()));
        }
        var usage = certificate.getKeyUsage();
        if (usage != null && !usage[0]) {
            throw refused(files, "has a key usage without digitalSignature. Have it issued anew");
        }
        if (certificate.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) == null) {
            throw refused(
                    files,
                    "lacks id-pkix-ocsp-nocheck (RFC 6960 4.2.2.2.1), so clients would ask for its own status. Have it issued anew");
        }
    }

    private static void belongTogether(X509Certificate certificate, PrivateKey key, OcspSettings.ResponderFiles files)
            throws PemFile.RefusedException {
        var strong =
                switch (certificate.getPublicKey()) {
                    case RSAKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS_MIN;
                    case ECKey elliptic -> elliptic.getParams().getOrder().bitLength() == EC_BITS;
                    default -> false;
                };
        if (!strong) {
            throw refused(files, "has a key that is neither EC P-256 nor RSA of 2048 bits or more. Make another");
        }
        if (!KeyFile.belongTogether(key, certificate)) {
            throw refused(
                    files, "does not belong to the key in " + files.key() + ". Name the key that it was made for");
        }
    }

    private static PemFile.RefusedException refused(OcspSettings.ResponderFiles files, String why) {
        return new PemFile.RefusedException(files.certificate() + " " + why + ".");
    }
}
