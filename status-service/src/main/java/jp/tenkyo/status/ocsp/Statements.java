package jp.tenkyo.status.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.table.Found;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.jspecify.annotations.Nullable;

/**
 * What OCSP says of a status. An expired certificate is good with an archive cutoff: "good" means not revoked, and the
 * cutoff says that this is known also for what expired since then (RFC 6960 4.4.4); whoever asks has the certificate
 * and its notAfter in hand. A revoked one stays revoked after its notAfter.
 */
final class Statements {

    private Statements() {}

    /** Adds what is known of one certificate. */
    static void add(
            BasicOCSPRespBuilder answer,
            CertificateID as,
            Found found,
            Issuer issuer,
            Instant thisUpdate,
            Instant nextUpdate) {
        answer.addResponse(
                as,
                status(found),
                Date.from(thisUpdate),
                Date.from(nextUpdate),
                isExpired(found) ? archiveCutoff(issuer) : null);
    }

    /** Null is Bouncy Castle's "good". */
    private static @Nullable CertificateStatus status(Found found) {
        return switch (found) {
            case Found.Absent _ -> new UnknownStatus();
            case Found.InDoubt _ -> throw new IllegalStateException("nobody is told of a certificate in doubt");
            case Found.Known(var row) ->
                switch (row.status()) {
                    case GOOD, EXPIRED -> null;
                    case HOLD, REVOKED -> revoked(row);
                };
        };
    }

    private static CertificateStatus revoked(StatusRow row) {
        var at = Date.from(row.revokedAt().orElseThrow());
        var reason = row.reason().orElseThrow();
        // RFC 5280 5.3.1: "unspecified" is said by leaving the reason out.
        return reason == Reason.UNSPECIFIED ? unexplained(at) : new RevokedStatus(at, reason.code());
    }

    private static RevokedStatus unexplained(Date at) {
        return new RevokedStatus(new RevokedInfo(new ASN1GeneralizedTime(at), null));
    }

    private static boolean isExpired(Found found) {
        return found instanceof Found.Known(var row) && row.status() == Status.EXPIRED;
    }

    /** The table forgets no certificate, so it reaches back to the issuer's beginning. */
    private static Extensions archiveCutoff(Issuer issuer) {
        try {
            var since = new ASN1GeneralizedTime(issuer.certificate().getNotBefore());
            return new Extensions(
                    new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff, false, since.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
