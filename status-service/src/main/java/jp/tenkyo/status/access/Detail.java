package jp.tenkyo.status.access;

/** How much is told of a certificate that may be seen. */
public enum Detail {
    /** Status alone: not why it ended. */
    STATUS_ONLY,
    /** The reason as well. */
    REASON;

    Detail atMost(Detail bound) {
        return compareTo(bound) <= 0 ? this : bound;
    }
}
