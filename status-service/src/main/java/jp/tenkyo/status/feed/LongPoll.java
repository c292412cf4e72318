package jp.tenkyo.status.feed;

import java.time.Duration;
import java.time.InstantSource;
import jp.tenkyo.status.access.Permission;

/** Waits for the next change that may be seen, and never longer than was asked for. */
final class LongPoll {

    /** A table that goes stale meanwhile is noticed this soon. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Feed feed;
    private final ChangeSignal signal;
    private final InstantSource clock;

    /** @param clock monotonic */
    LongPoll(Feed feed, ChangeSignal signal, InstantSource clock) {
        this.feed = feed;
        this.signal = signal;
        this.clock = clock;
    }

    FeedPage after(Cursor cursor, Permission permission, int limit, Duration wait) throws InterruptedException {
        var until = clock.instant().plus(wait);
        var seen = signal.count();
        var page = feed.after(cursor, permission, limit);
        while (page instanceof FeedPage.Changes(var rows, var next, var more) && rows.isEmpty()) {
            var left = Duration.between(clock.instant(), until);
            if (!left.isPositive() || (!more && !signal.awaitSince(seen, shorter(left, LOOK_EVERY)))) {
                return page;
            }
            seen = signal.count();
            page = feed.after(next, permission, limit);
        }
        return page;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
