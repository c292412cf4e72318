package jp.tenkyo.lifecycle.core;

/** What a holder's history is asked to take in. */
public sealed interface Command {

    /** A resident-record change has come. */
    record RecordChange(ResidentChange change) implements Command {}

    /** The CA has made a certificate. */
    record RegisterCertificate(Registration registration) implements Command {}

    /** Somebody asks to revoke, hold or release. */
    record ActOnCertificate(Action action) implements Command {}

    /** A notice needs no sending any more: it was sent, or given up, or withdrawn. */
    record SettleNotice(String noticeId, boolean settled) implements Command {}

    /** Something is told of a PIN. */
    record ActOnPin(PinRequest request) implements Command {}

    /** A person has decided. */
    record TakeDecision(DecisionTaken taken) implements Command {}
}
