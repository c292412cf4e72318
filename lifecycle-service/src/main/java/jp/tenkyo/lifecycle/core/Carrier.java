package jp.tenkyo.lifecycle.core;

/** What a certificate lives on: Individual Number Card, smartphone, or legacy Basic Resident Register Card. */
public enum Carrier {
    CARD,
    PHONE,
    /** 住基カード: signing certificates only, none issued after 2015-12-22. */
    RESIDENT_CARD
}
