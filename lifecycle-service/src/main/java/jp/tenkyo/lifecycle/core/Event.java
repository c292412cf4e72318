package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What has happened to a holder. The facts about certificates name the rule of the rule book that made them so. */
public sealed interface Event {

    /** A fact that others are told. */
    sealed interface Fact extends Event {
        String rule();
    }

    /** A fact about one certificate; its version rises with each. */
    sealed interface CertificateFact extends Fact {
        CertificateId id();
    }

    record CertificateRegistered(Certificate certificate, Registration.Type type) implements CertificateFact {
        @Override
        public CertificateId id() {
            return certificate.id();
        }

        @Override
        public String rule() {
            return "2.1/REGISTERING";
        }
    }

    /**
     * A certificate lost effect for good.
     *
     * @param revokedAt when it lost effect: that of the hold where it was on hold
     * @param ground the change that ended it, where one did
     */
    record CertificateRevoked(
            CertificateId id,
            RevocationReason reason,
            Instant revokedAt,
            Optional<RevocationGround> ground,
            String rule)
            implements CertificateFact {}

    record CertificateHeld(CertificateId id, Instant heldAt, String rule) implements CertificateFact {}

    /**
     * A hold was lifted.
     *
     * @param stagesPassed reminder stages that went by meanwhile
     */
    record CertificateReleased(CertificateId id, Set<ReminderStage> stagesPassed, String rule)
            implements CertificateFact {}

    record CertificateExpired(CertificateId id) implements CertificateFact {
        @Override
        public String rule() {
            return "2.2/EXPIRY";
        }
    }

    record ChangeSetWaiting(WaitingChange waiting) implements Fact {
        @Override
        public String rule() {
            return "2.1/MOVE_OUT_WAITS";
        }
    }

    record WaitingEnded(WaitingChange waiting) implements Event {}

    record ChangeRemembered(String municipality, ChangeMarks marks) implements Event {}

    record HolderDied(LocalDate effectiveOn) implements Event {}

    record StagePassed(Set<CertificateId> ids, ReminderStage stage) implements Event {}

    /** A holder has to be told; one with a known id takes the place of the former. */
    record NoticePlanned(Notice notice) implements Event {}

    record NoticeWithdrawn(String noticeId, WithdrawalReason reason) implements Event {}

    record NoticeSettled(String noticeId) implements Event {}

    /** A PIN's count or lock changed; its certificates did not. */
    record PinStateChanged(PinName name, int failures, boolean locked, String rule) implements Fact {}

    record PinSequenceTaken(PinName name, long sequence) implements Event {}

    /** A person must decide what no rule may guess. */
    record DecisionNeeded(CertificateId id, Finding.Code finding, String rule) implements Fact {}

    record DecisionSettled(CertificateId id, Finding.Code finding, String rule) implements Fact {}

    /** Why a planned notice must not be sent any more. */
    enum WithdrawalReason {
        HOLDER_DIED,
        NO_LONGER_TRUE
    }
}
