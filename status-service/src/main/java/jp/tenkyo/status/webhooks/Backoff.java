package jp.tenkyo.status.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: a random part of a bound that doubles with each (full jitter), so that those who
 * failed together do not come back together.
 *
 * @param first bound after the first failure
 * @param max bound after any
 */
record Backoff(Duration first, Duration max) {

    private static final int DOUBLED_MAX = 30;

    /** @param failures of this message so far, 1 or more */
    Duration after(int failures, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(bound(failures).toMillis() + 1));
    }

    Duration bound(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLED_MAX));
        return doubled.compareTo(max) < 0 ? doubled : max;
    }
}
