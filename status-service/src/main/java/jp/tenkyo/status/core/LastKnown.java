package jp.tenkyo.status.core;

import java.time.Instant;

/**
 * What was last known of a certificate.
 *
 * @param row the last that could be read and contradicts nothing
 * @param inDoubt whether something came since that could not be read or contradicts it: it may be revoked, and nobody
 *     may take the row for what is true. Of two with one version, this is the later
 */
public record LastKnown(StatusRow row, boolean inDoubt) {

    /** One that nothing speaks against. */
    public static LastKnown certain(StatusRow row) {
        return new LastKnown(row, false);
    }

    /** As it is at that business instant; what is in doubt does not become certain by running out. */
    public LastKnown at(Instant now) {
        return inDoubt ? this : certain(row.at(now));
    }

    /** Whether it says no more than that the certificate has been issued. */
    public boolean isNew() {
        return !inDoubt && row.isNew();
    }
}
