package jp.tenkyo.status.prober.core;

import java.util.Locale;

/** A way on which a certificate's status is told. */
public enum Channel {
    OCSP(true),
    /** The revocation list of the certificate's municipality, which is the one that the certificate names. */
    LIST(true),
    /** The full revocation list of the issuer, with the delta that brings it up to date. */
    FULL_LIST(true),
    FEED(false),
    WEBHOOK(false);

    private final boolean asked;

    Channel(boolean asked) {
        this.asked = asked;
    }

    /** Whether it is asked about a certificate; the others tell by themselves, once, and name the version. */
    public boolean isAsked() {
        return asked;
    }

    /** Whether it is made anew every now and then, and not by each change. */
    boolean isList() {
        return this == LIST || this == FULL_LIST;
    }

    /** For metrics and texts. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
