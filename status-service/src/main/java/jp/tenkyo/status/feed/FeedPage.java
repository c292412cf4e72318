package jp.tenkyo.status.feed;

import java.util.List;
import java.util.Optional;
import jp.tenkyo.status.core.LastKnown;

/** What came of looking into the feed, or into the table for a snapshot. */
public sealed interface FeedPage {

    /**
     * @param rows in order, permitted, as they are now
     * @param next where to go on
     * @param more whether there was more to look at, permitted or not
     */
    record Changes(List<LastKnown> rows, Cursor next, boolean more) implements FeedPage {}

    /** Changes may have been missed since that cursor: a snapshot is needed. */
    record TooOld() implements FeedPage {}

    /** No cursor of this installation. */
    record Unknown() implements FeedPage {}

    /** Nothing may be told now. */
    record Stale(String why) implements FeedPage {}

    /** A part of all certificates. */
    record Snapshot(List<LastKnown> rows, Cursor begun, Optional<PageToken> next) implements FeedPage {}
}
