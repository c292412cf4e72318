package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.time.Instant;

/**
 * When a channel is asked again: often while a change is young, seldom later, so that the time found is off by a
 * quarter at most.
 *
 * @param least between two looks
 * @param most between two looks
 */
record Pace(Duration least, Duration most) {

    private static final int PARTS = 4;

    static Pace of(Channel channel) {
        return channel.isList()
                ? new Pace(Duration.ofMillis(200), Duration.ofSeconds(2))
                : new Pace(Duration.ofMillis(20), Duration.ofSeconds(1));
    }

    Instant next(Instant changedAt, Instant now) {
        var part = Duration.between(changedAt, now).dividedBy(PARTS);
        var wait = part.compareTo(least) < 0 ? least : part;
        return now.plus(wait.compareTo(most) > 0 ? most : wait);
    }
}
