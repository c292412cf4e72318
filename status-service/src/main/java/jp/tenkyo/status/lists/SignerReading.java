package jp.tenkyo.status.lists;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.issuers.KeyFile;
import jp.tenkyo.status.issuers.PemFile;
import jp.tenkyo.status.start.StartRefusedException;

/** Reads the signers that are set and says all that is wrong with them at once, before anything is signed. */
final class SignerReading {

    private static final int CRL_SIGN = 6;

    private final Issuers issuers;
    private final ListSettings settings;
    private final InstantSource clock;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, ListSigner> byIssuer = new LinkedHashMap<>();

    private SignerReading(Issuers issuers, ListSettings settings, InstantSource clock) {
        this.issuers = issuers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws StartRefusedException if one of them could sign lists that no verifier would take */
    static List<ListSigner> read(Issuers issuers, ListSettings settings, InstantSource clock) {
        var reading = new SignerReading(issuers, settings, clock);
        settings.signers().forEach(reading::take);
        if (!reading.problems.isEmpty()) {
            throw new StartRefusedException(
                    String.join(System.lineSeparator(), reading.problems), "Do what each line says.");
        }
        return List.copyOf(reading.byIssuer.values());
    }

    private void take(ListSettings.SignerFiles files) {
        try {
            var certificate = PemFile.certificates(files.certificate()).getFirst();
            var key = KeyFile.read(files.key());
            var issuer = issuerOf(certificate, files);
            refuseUnlessFit(certificate, files);
            if (!KeyFile.belongTogether(key, certificate)) {
                throw refused(
                        files, "does not belong to the key in " + files.key() + ". Name the key that it was made for");
            }
            var signer = new ListSigner(issuer, certificate, key, settings.publishedAt());
            if (byIssuer.putIfAbsent(issuer.keyId(), signer) != null) {
                throw refused(files, "is the second for issuer " + issuer.keyId() + ". Take one of the two out");
            }
        } catch (PemFile.RefusedException e) {
            problems.add("tenkyo.lists.signers: " + e.getMessage());
        }
    }

    private Issuer issuerOf(X509Certificate certificate, ListSettings.SignerFiles files)
            throws PemFile.RefusedException {
        for (var issuer : issuers.all()) {
            if (issuer.hasSigned(certificate)) {
                return issuer;
            }
        }
        throw refused(files, "is signed by none of tenkyo.issuers. Name that issuer, or another signer");
    }

    private void refuseUnlessFit(X509Certificate certificate, ListSettings.SignerFiles files)
            throws PemFile.RefusedException {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            throw refused(
                    files,
                    "has another subject than its issuer, so its lists would be indirect ones, which certificates would have to name. Have it issued under the issuer's own name");
        }
        var usage = certificate.getKeyUsage();
        if (usage == null || !usage[CRL_SIGN]) {
            throw refused(files, "lacks the key usage cRLSign (RFC 5280 4.2.1.3). Have it issued anew");
        }
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw refused(
                    files,
                    "is not valid now (%s to %s). Renew it"
                            .formatted(
                                    certificate.getNotBefore().toInstant(),
                                    certificate.getNotAfter().toInstant()));
        }
    }

    private static PemFile.RefusedException refused(ListSettings.SignerFiles files, String why) {
        return new PemFile.RefusedException(files.certificate() + " " + why + ".");
    }
}
