package jp.tenkyo.lifecycle.core;

/** What became of an input, in one stable word. */
public enum OutcomeCode {
    // accepted
    REVOKED,
    /** Ended nothing that is known; certificates registered later are held against it. */
    REMEMBERED,
    /** Lies in the future; takes effect at 00:00 Tokyo of its day. */
    WAITING,
    REGISTERED,
    REGISTERED_AND_REVOKED,
    REGISTERED_AND_EXPIRED,
    HELD,
    RELEASED,
    NOTICE_SETTLED,
    PIN_WRONG,
    /** One wrong entry too many in a row. */
    PIN_NOW_LOCKED,
    PIN_RIGHT,
    PIN_RESET,
    PIN_CHANGED,
    DECISION_SETTLED,
    /** Every certificate that the key has signed ends, those registered later included. */
    ISSUER_COMPROMISED,

    // unchanged
    /** The change's row keeps all certificates. */
    KEPT,
    /** All that the change could end is ended: a repeat, or a late arrival. */
    NOTHING_TO_END,
    ALREADY_REGISTERED,
    ALREADY_ENDED,
    ALREADY_HELD,
    NOTICE_PENDING,
    NOTICE_UNKNOWN,
    /** A filing whose removal has been annulled already: it will not take effect. */
    REMOVAL_ANNULLED,
    /** A re-send. */
    PIN_SEQUENCE_NOT_HIGHER,
    /** Entered while locked: unchanged. Changed while locked: rejected. */
    PIN_LOCKED,
    /** There was no failure to forget. */
    PIN_CLEAR_ALREADY,
    DECISION_ALREADY_SETTLED,
    ALREADY_COMPROMISED,

    // rejected for what the holder's history says
    CERTIFICATE_DIFFERS,
    CERTIFICATE_UNKNOWN,
    HOLD_NOT_LIFTABLE,
    GROUND_NOT_FOR_CARRIER,
    TOO_MANY_WAITING,
    NOT_ISSUING_MUNICIPALITY,
    OTHER_PIN_LOCKED,
    CERTIFICATE_NOT_GOOD,
    NO_SUCH_DECISION,

    // rejected for the key that made the certificate
    ISSUER_UNKNOWN,
    ISSUER_NOT_FOR_KIND,

    // rejected for the input's form
    EVENT_ID_INVALID,
    HOLDER_ID_INVALID,
    MUNICIPALITY_INVALID,
    RECORD_NUMBER_INVALID,
    CHANGED_MISSING,
    EVENT_DATE_AFTER_PROCESSED_DATE,
    PROCESSED_DATE_IN_FUTURE,
    PLANNED_MOVE_OUT_DATE_NOT_APPLICABLE,
    CONTINUED_USE_MISSING,
    CONTINUED_USE_NOT_APPLICABLE,
    REQUEST_ID_INVALID,
    ISSUER_KEY_ID_INVALID,
    SERIAL_INVALID,
    CERTIFICATE_ID_INVALID,
    NOT_AFTER_BEFORE_NOT_BEFORE,
    DATE_OF_BIRTH_INVALID,
    KIND_NOT_ON_CARRIER,
    GROUND_NOT_FOR_TYPE,
    PIN_NOT_ON_CARRIER,
    PIN_SEQUENCE_INVALID,
    PIN_RESET_AT_COUNTER_ONLY,
    FINDING_INVALID
}
