package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** A fact about a holder's resident record. */
    sealed interface RecordFact extends Fact {}

    /** Keeps account of what came; ends nothing. */
    sealed interface Account extends Event {}

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
     */
    record CertificateRevoked(CertificateId id, Instant revokedAt, Ending ending) implements CertificateFact {

        public RevocationReason reason() {
            return ending.reason();
        }

        /** The change that ended it, where one did. */
        public Optional<RevocationGround> ground() {
            return ending.ground();
        }

        public EndingCause cause() {
            return ending.cause();
        }

        @Override
        public String rule() {
            return ending.rule();
        }
    }

    record CertificateHeld(CertificateId id, Instant heldAt, Ground ground) implements CertificateFact {
        @Override
        public String rule() {
            return ground.rule();
        }
    }

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

    record ChangeSetWaiting(WaitingChange waiting) implements RecordFact {
        @Override
        public String rule() {
            return "2.1/MOVE_OUT_WAITS";
        }
    }

    record WaitingEnded(WaitingChange waiting) implements Event {}

    /** The removal was annulled before its day. */
    record WaitingDropped(WaitingChange waiting) implements RecordFact {
        @Override
        public String rule() {
            return "2.1/MOVE_OUT_WAITS";
        }
    }

    /** A fact about the timer of a move-out. */
    sealed interface TimerFact extends RecordFact {
        MoveOutTimer timer();

        @Override
        default String rule() {
            return MoveOuts.RULE;
        }
    }

    record MoveOutTimerArmed(MoveOutTimer timer) implements TimerFact {}

    record MoveOutTimerCalledOff(MoveOutTimer timer, MoveOutTimer.CalledOffBy by) implements TimerFact {}

    record MoveOutTimerFired(MoveOutTimer timer) implements TimerFact {}

    record ArrivalRemembered(String municipality, Arrivals arrivals) implements Event {}

    record RecordNumbersNoted(String municipality, RecordNumbers numbers) implements Account {}

    /** Versions of the record are missing; which, is empty where more are missing than is kept. */
    record RecordGapOpened(String municipality, Optional<RecordNumbers.Gap> gap) implements Account, RecordFact {
        @Override
        public String rule() {
            return Numbering.RULE;
        }
    }

    /** A missing version has come; empty where it is not known how many are still missing. */
    record RecordGapClosed(String municipality, int recordNumber, OptionalInt stillMissing)
            implements Account, RecordFact {
        @Override
        public String rule() {
            return Numbering.RULE;
        }
    }

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
