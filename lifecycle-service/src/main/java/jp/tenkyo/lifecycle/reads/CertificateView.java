package jp.tenkyo.lifecycle.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import jp.tenkyo.avro.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is answered. Names and values are those of {@code certificate-status}.
 *
 * @param reason RFC 5280 name; null while it has effect, and after expiry
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CertificateView(
        String certificateId,
        String kind,
        String carrier,
        String status,
        @Nullable String reason,
        @Nullable Instant revokedAt,
        Instant notBefore,
        Instant notAfter,
        String municipality,
        int version) {

    static final String GOOD = "GOOD";
    static final String HOLD = "HOLD";
    static final String REVOKED = "REVOKED";
    static final String EXPIRED = "EXPIRED";

    static CertificateView of(CertificateStatus status) {
        var reason = status.getReason();
        return new CertificateView(
                status.getCertificateId(),
                status.getKind().name(),
                status.getCarrier().name(),
                status.getStatus().name(),
                reason == null ? null : reason.name(),
                status.getRevokedAt(),
                status.getNotBefore(),
                status.getNotAfter(),
                status.getMunicipality(),
                status.getVersion());
    }

    CertificateView changedTo(String next, @Nullable String why, @Nullable Instant since, int nextVersion) {
        return new CertificateView(
                certificateId, kind, carrier, next, why, since, notBefore, notAfter, municipality, nextVersion);
    }

    /** As it is at that instant: expired from the second after notAfter, also if no tick has run (rule book 2.4). */
    CertificateView at(Instant now) {
        var live = status.equals(GOOD) || status.equals(HOLD);
        return live && !now.isBefore(notAfter.plusSeconds(1)) ? changedTo(EXPIRED, null, null, version) : this;
    }
}
