package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A registered certificate.
 *
 * @param recordNumber version of the municipality's resident record that it was made from
 * @param notAfter last second of validity
 * @param version from 1, rising by one with each change of status
 * @param stagesPassed reminder stages that need no thought any more
 */
public record Certificate(
        CertificateId id,
        Kind kind,
        Carrier carrier,
        String municipality,
        int recordNumber,
        Instant notBefore,
        Instant notAfter,
        Status status,
        int version,
        Set<ReminderStage> stagesPassed) {

    /** The Tokyo date of notBefore, which is the date of issue. */
    public LocalDate madeOn() {
        return Tokyo.dateOf(notBefore);
    }

    /** The last valid day. */
    public LocalDate lastDay() {
        return Tokyo.dateOf(notAfter);
    }

    /** First instant at which it is no longer valid: the second after notAfter. */
    public Instant expiresAt() {
        return notAfter.plusSeconds(1);
    }

    public boolean isLive() {
        return status.isLive();
    }

    public boolean isGood() {
        return status instanceof Status.Good;
    }

    boolean isOf(Kind kind, Carrier carrier) {
        return this.kind == kind && this.carrier == carrier;
    }

    Certificate changedTo(Status next) {
        return new Certificate(
                id, kind, carrier, municipality, recordNumber, notBefore, notAfter, next, version + 1, stagesPassed);
    }

    Certificate past(Set<ReminderStage> stages) {
        return new Certificate(
                id, kind, carrier, municipality, recordNumber, notBefore, notAfter, status, version, stages);
    }
}
