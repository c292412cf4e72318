package jp.tenkyo.notifier.core;

import java.time.Duration;

/**
 * A pause that grows with every failure in a row, up to a bound.
 *
 * @param first pause after the first failure
 * @param factor by which each pause is longer than the one before
 * @param longest bound of the pause
 */
public record BackOff(Duration first, int factor, Duration longest) {

    public BackOff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the first pause must be positive and the longest not shorter than it");
        }
        if (factor < 1) {
            throw new IllegalArgumentException("factor must be 1 or more, not " + factor);
        }
    }

    /** @param failures in a row, from 1 */
    public Duration pauseAfter(int failures) {
        var pause = first;
        for (var n = 1; n < failures && pause.compareTo(longest) < 0; n++) {
            pause = pause.multipliedBy(factor);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
