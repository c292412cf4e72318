package jp.tenkyo.lifecycle.core;

/** What is known of the key that a certificate was made with, when its registration is decided. */
public enum IssuerStanding {
    TRUSTED,
    /** Its key is known to others (発行者署名符号の漏えい): what it has signed has no effect. */
    COMPROMISED,
    /** Not among the issuers of this installation. */
    UNKNOWN,
    /** One of this installation's, for certificates of the other kind. */
    NOT_FOR_KIND
}
