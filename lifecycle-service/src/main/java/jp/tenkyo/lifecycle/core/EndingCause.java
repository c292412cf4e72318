package jp.tenkyo.lifecycle.core;

/** What ended a certificate or put it on hold, in the words in which its holder is told. */
public enum EndingCause {
    RESIDENT_CHANGE,
    /** Moved out, and no move-in within 30 days (Act 31(1)(ii)). */
    MOVE_OUT_TIMER,
    /** 記録誤り等: an entry or a correction of the resident record was annulled, or the certificate itself was wrong. */
    RECORD_ERROR,
    HOLDER_REQUEST,
    KEY_COMPROMISED,
    CARD_UNUSABLE,
    CARD_RETURNED,
    CARD_LAPSED,
    CARD_LOST,
    PHONE_LOST,
    ISSUER_COMPROMISED,
    /** The certificate of the card on which a phone's certificate rests has ended. */
    CARD_CERTIFICATE_ENDED,
    SUPERSEDED,
    DISCARDED_BEFORE_DELIVERY;

    /** Whether the holder is told: not where they hold its successor, nor what they were never given. */
    boolean isTold() {
        return this != SUPERSEDED && this != DISCARDED_BEFORE_DELIVERY;
    }
}
