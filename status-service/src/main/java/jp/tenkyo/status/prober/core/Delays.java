package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long the latest changes took to be seen.
 *
 * @param count of changes that these figures are of, {@value #KEPT} at most
 */
public record Delays(int count, Duration p50, Duration p99, Duration longest) {

    static final int KEPT = 1_000;

    /** The latest delays, in a ring. */
    static final class Ring {

        private final long[] nanos = new long[KEPT];
        private long next;

        void add(Duration delay) {
            nanos[(int) (next++ % KEPT)] = delay.toNanos();
        }

        Optional<Delays> delays() {
            var count = (int) Math.min(next, KEPT);
            if (count == 0) {
                return Optional.empty();
            }
            var sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return Optional.of(
                    new Delays(count, rank(sorted, 50), rank(sorted, 99), Duration.ofNanos(sorted[count - 1])));
        }

        /** The smallest that so many percent are not above. */
        private static Duration rank(long[] sorted, int percent) {
            return Duration.ofNanos(sorted[Math.ceilDiv(sorted.length * percent, 100) - 1]);
        }
    }
}
