package jp.tenkyo.notifier.topology;

import java.time.Instant;

/** Key of a store ordered by instant: what is due is a range, and reading it costs what is due, not what is stored. */
public record Due(Instant at, String noticeId) {

    /** Before everything due at that instant; as the end of a range it excludes that instant. */
    public static Due from(Instant at) {
        return new Due(at, "");
    }
}
