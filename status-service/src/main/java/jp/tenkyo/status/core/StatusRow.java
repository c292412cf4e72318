package jp.tenkyo.status.core;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What topic certificate-status says of a certificate. Names and values are the topic's; every channel answers from it.
 *
 * @param why reason, where it is on hold or revoked
 * @param endedAt when it lost effect, where it is on hold or revoked; a hold's instant outlives its becoming final
 * @param version from 1, rising by one with each change
 * @param recordedAt business instant of the change
 */
public record StatusRow(
        CertificateId id,
        Kind kind,
        Carrier carrier,
        Status status,
        @Nullable Reason why,
        @Nullable Instant endedAt,
        Instant notBefore,
        Instant notAfter,
        String municipality,
        int version,
        Instant recordedAt) {

    public Optional<Reason> reason() {
        return Optional.ofNullable(why);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether it says no more than that the certificate has been issued. */
    public boolean isNew() {
        return version == 1 && status == Status.GOOD;
    }

    /**
     * As it is at that business instant: EXPIRED from the second after notAfter, if no tick has run too (rule book
     * 2.4).
     */
    public StatusRow at(Instant now) {
        return !status.isFinal() && !now.isBefore(notAfter.plusSeconds(1)) ? expired() : this;
    }

    private StatusRow expired() {
        return new StatusRow(
                id, kind, carrier, Status.EXPIRED, null, null, notBefore, notAfter, municipality, version, recordedAt);
    }
}
