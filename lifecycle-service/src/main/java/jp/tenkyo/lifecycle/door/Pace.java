package jp.tenkyo.lifecycle.door;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Holds a sender to a rate, so that what comes in bulk leaves room for the changes of the day, which lie on the same
 * partitions behind it. Who was held up makes up for a tenth of a second of it, and no more, in a rush.
 */
final class Pace {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MADE_UP_FOR_MAX = NANOS_PER_SECOND / 10;

    private final long nanosBetween;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;
    private long next;

    /** @param nanoTime and sleep: of the machine, or a test's */
    Pace(int perSecond, LongSupplier nanoTime, LongConsumer sleep) {
        this.nanosBetween = perSecond == 0 ? 0 : NANOS_PER_SECOND / perSecond;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.next = nanoTime.getAsLong();
    }

    /** @param perSecond at most; 0: as many as there are */
    static Pace of(int perSecond) {
        return new Pace(perSecond, System::nanoTime, LockSupport::parkNanos);
    }

    /** Returns when the next may be sent. */
    void await() {
        var left = next - nanoTime.getAsLong();
        if (left < -MADE_UP_FOR_MAX) {
            next -= left + MADE_UP_FOR_MAX;
        }
        for (; left > 0; left = next - nanoTime.getAsLong()) {
            sleep.accept(left);
        }
        next += nanosBetween;
    }
}
