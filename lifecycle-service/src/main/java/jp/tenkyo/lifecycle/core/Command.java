package jp.tenkyo.lifecycle.core;

/** What a holder's history is asked to take in. */
public sealed interface Command {

    /** A resident-record change has come. */
    record RecordChange(ResidentChange change) implements Command {}

    /**
     * The CA has made a certificate.
     *
     * @param issuer what is known of the key that it was made with
     */
    record RegisterCertificate(Registration registration, IssuerStanding issuer) implements Command {

        /** By an issuer that nothing speaks against. */
        public RegisterCertificate(Registration registration) {
            this(registration, IssuerStanding.TRUSTED);
        }
    }

    /** Somebody asks to revoke, hold or release. */
    record ActOnCertificate(Action action) implements Command {}

    /** An issuer's key is compromised: what it has signed for this holder ends. */
    record EndIssuer(String issuerKeyId) implements Command {}

    /** A notice needs no sending any more: it was sent, or given up, or withdrawn. */
    record SettleNotice(String noticeId, boolean settled) implements Command {}

    /** Something is told of a PIN. */
    record ActOnPin(PinRequest request) implements Command {}

    /** A person has decided. */
    record TakeDecision(DecisionTaken taken) implements Command {}
}
