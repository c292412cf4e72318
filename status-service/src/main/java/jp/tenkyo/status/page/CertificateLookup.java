package jp.tenkyo.status.page;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.page.Verdict.Problem;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.StatusTable;
import org.springframework.stereotype.Component;

/** Finds what to say of a certificate. */
@Component
class CertificateLookup {

    private static final int SERIAL_DIGITS_MAX = 2 * CertificateId.SERIAL_BYTES_MAX;

    private final Issuers issuers;
    private final StatusTable table;
    private final Freshness.Source freshness;

    CertificateLookup(Issuers issuers, StatusTable table, Freshness.Source freshness) {
        this.issuers = issuers;
        this.table = table;
        this.freshness = freshness;
    }

    Issuers issuers() {
        return issuers;
    }

    Verdict byFile(byte[] bytes) {
        return switch (UploadedFile.of(bytes)) {
            case UploadedFile.Refused(var problem) -> new Verdict.NotAsked(problem);
            case UploadedFile.Read(var certificate) ->
                issuerOf(certificate)
                        .map(issuer -> bySerial(issuer, certificate.getSerialNumber()))
                        .orElseGet(() -> new Verdict.NotAsked(Problem.NOT_OUR_ISSUER));
        };
    }

    /** By its signature, since several issuers share one name, and a name can be copied. */
    private Optional<Issuer> issuerOf(X509Certificate certificate) {
        return issuers.all().stream()
                .filter(issuer ->
                        issuer.certificate().getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(issuer -> isSignedBy(certificate, issuer))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, Issuer issuer) {
        try {
            certificate.verify(issuer.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** @param serial hex as people copy it: with colons or blanks between, in any case */
    Verdict bySerial(String issuerKeyId, String serial) {
        var issuer = issuers.byKeyId(issuerKeyId);
        if (issuer.isEmpty()) {
            return new Verdict.NotAsked(Problem.NOT_OUR_ISSUER);
        }
        var digits =
                serial.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "").replaceAll("[:\\s-]", "");
        return digits.matches("[0-9a-f]{1,%d}".formatted(SERIAL_DIGITS_MAX))
                ? bySerial(issuer.get(), new BigInteger(digits, 16))
                : new Verdict.NotAsked(Problem.BAD_SERIAL);
    }

    private Verdict bySerial(Issuer issuer, BigInteger serial) {
        return CertificateId.of(issuer.keyId(), serial)
                .map(this::verdict)
                .orElseGet(() -> new Verdict.NotAsked(Problem.BAD_SERIAL));
    }

    /** Freshness is asked after the table: only then it speaks of what was read. */
    private Verdict verdict(CertificateId id) {
        var found = table.find(id);
        if (!freshness.now().isFresh()) {
            return new Verdict.NotNow();
        }
        return switch (found) {
            case Found.Absent _ -> new Verdict.Unknown();
            case Found.InDoubt _ -> new Verdict.NotNow();
            case Found.Known(var row) -> verdict(row);
        };
    }

    private static Verdict verdict(StatusRow row) {
        var since = row.revokedAt().orElse(row.recordedAt());
        return switch (row.status()) {
            case GOOD -> new Verdict.Good();
            case HOLD -> new Verdict.OnHold(since);
            case REVOKED -> new Verdict.Revoked(since, row.reason().orElse(Reason.UNSPECIFIED));
            case EXPIRED -> new Verdict.Expired();
        };
    }
}
