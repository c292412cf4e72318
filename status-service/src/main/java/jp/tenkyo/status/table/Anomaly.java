package jp.tenkyo.status.table;

import java.time.Instant;

/**
 * A record of certificate-status that the table was not changed by.
 *
 * @param certificateId as its key has it; empty text where the key names no certificate
 * @param doubt whether its certificate is in doubt until a later version comes
 * @param seenAt by the machine's clock
 */
public record Anomaly(
        Kind kind, String certificateId, int partition, long offset, String detail, boolean doubt, Instant seenAt) {

    /** What is wrong with it. */
    public enum Kind {
        /** It could not be read, or its key and value do not fit together. */
        UNREADABLE,
        /** Its version is lower than the one known. */
        WENT_BACK,
        /** The same version with the same content. */
        REPEATED,
        /** The same version with other content. */
        CONFLICTING,
        /** It takes back an end that is final. */
        REINSTATED
    }
}
