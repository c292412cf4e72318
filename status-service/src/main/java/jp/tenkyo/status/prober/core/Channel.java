package jp.tenkyo.status.prober.core;

import java.util.Locale;

/** A way on which a certificate's status is told. */
public enum Channel {
    OCSP(true),
    /** The revocation list of the certificate's municipality, which is the one that the certificate names. */
    LIST(true),
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

    /** For metrics and texts. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
