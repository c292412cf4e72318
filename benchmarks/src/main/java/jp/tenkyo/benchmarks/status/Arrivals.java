package jp.tenkyo.benchmarks.status;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/** When each of some changes was to be sent, and when a channel told of it first. Safe for use by several threads. */
final class Arrivals {

    private static final int NANOS_PER_MICRO = 1000;
    private static final long MICROS_MAX = 60_000_000;
    private static final int DIGITS = 3;

    private final long firstSerial;
    private final AtomicLongArray seenAt;
    private final CountDownLatch left;

    Arrivals(long firstSerial, int count) {
        this.firstSerial = firstSerial;
        this.seenAt = new AtomicLongArray(count);
        this.left = new CountDownLatch(count);
    }

    /** A channel tells that a certificate is revoked. Others than those that are awaited do not count, nor repeats. */
    void revoked(String certificateId) {
        var serial = Long.parseLong(certificateId.substring(certificateId.indexOf(':') + 1), 16);
        var index = serial - firstSerial;
        if (index >= 0 && index < seenAt.length() && seenAt.compareAndSet((int) index, 0, System.nanoTime())) {
            left.countDown();
        }
    }

    /** @return whether all have come */
    boolean await(Duration within) throws InterruptedException {
        return left.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    long missing() {
        return left.getCount();
    }

    /**
     * Delays in microseconds.
     *
     * @param dueAt when each was to be sent, as the system's nanoseconds
     */
    Histogram delays(long[] dueAt) {
        var delays = new Histogram(MICROS_MAX, DIGITS);
        for (var i = 0; i < seenAt.length(); i++) {
            if (seenAt.get(i) != 0) {
                delays.recordValue(Math.clamp((seenAt.get(i) - dueAt[i]) / NANOS_PER_MICRO, 0, MICROS_MAX));
            }
        }
        return delays;
    }
}
