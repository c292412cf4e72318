package jp.tenkyo.status.core;

/** What a certificate lives on. */
public enum Carrier {
    CARD,
    PHONE,
    /** The legacy Basic Resident Register Card. */
    RESIDENT_CARD
}
