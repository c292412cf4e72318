package jp.tenkyo.status.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last attempts say of whoever receives. Not safe for use by several threads. */
final class Receiver {

    /** So many failures in a row are no fault of single messages. */
    private static final int DOWN_AFTER = 5;

    private int failuresInRow;
    private @Nullable Instant failingSince;
    private Instant leftAloneUntil = Instant.MIN;

    /** @return whether it was down until now: what waits because of that may go at once */
    boolean succeeded() {
        var wasDown = isDown();
        failuresInRow = 0;
        failingSince = null;
        leftAloneUntil = Instant.MIN;
        return wasDown;
    }

    void failed(Instant now, Optional<Duration> retryAfter) {
        failuresInRow++;
        if (failingSince == null) {
            failingSince = now;
        }
        retryAfter.map(now::plus).filter(leftAloneUntil::isBefore).ifPresent(until -> leftAloneUntil = until);
    }

    /** As it was before a restart. */
    void failingSince(Instant since) {
        failingSince = since;
    }

    /** As if nothing had ever failed. */
    void forgive() {
        succeeded();
    }

    boolean isDown() {
        return failuresInRow >= DOWN_AFTER;
    }

    /** It asked, with Retry-After, not to be sent anything before that. */
    boolean isLeftAlone(Instant now) {
        return now.isBefore(leftAloneUntil);
    }

    /** Whether nothing has gone through for that long: then what comes new is tried once. */
    boolean hasFailedFor(Duration time, Instant now) {
        return failingSince != null && !failingSince.plus(time).isAfter(now);
    }

    Optional<Instant> failing() {
        return Optional.ofNullable(failingSince);
    }
}
