package jp.tenkyo.benchmarks.throughput;

import java.time.Duration;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.bed.Drain;

/**
 * How much is measured, and how long.
 *
 * @param residents each of whom has two certificates issued and then one change
 * @param warmUp of a topology that decides nothing, before what it does counts
 * @param length of a measurement of one, at most
 */
record Sizes(int residents, Duration warmUp, Duration length) {

    /** Inputs for a topology that does nothing else than copy, for each second. */
    private static final int COPIED_A_SECOND_MAX = 60_000;

    static Sizes of(Effort effort) {
        return switch (effort) {
            case SMOKE -> new Sizes(2_000, Duration.ZERO, Duration.ofSeconds(2));
            case QUICK -> new Sizes(40_000, Duration.ofSeconds(8), Duration.ofSeconds(10));
            case USUAL -> new Sizes(100_000, Duration.ofSeconds(15), Duration.ofSeconds(30));
            case FULL -> new Sizes(200_000, Duration.ofSeconds(20), Duration.ofSeconds(60));
        };
    }

    /** The service has much more code, and the JVM compiles for a minute: only the last third counts. */
    Drain.WarmUp ofIssues() {
        return Drain.WarmUp.of(issues() * 2L / 3);
    }

    /** It is warm from the issue requests. */
    Drain.WarmUp ofChanges() {
        return Drain.WarmUp.of(residents / 5);
    }

    Drain.WarmUp ofStateful() {
        return Drain.WarmUp.of(warmUp);
    }

    /** By what it has done: how long it takes for all of it is not known. */
    Drain.WarmUp ofCopies() {
        return Drain.WarmUp.of(bareInputs() / 2);
    }

    int issues() {
        return 2 * residents;
    }

    int bareInputs() {
        return (int) (COPIED_A_SECOND_MAX * warmUp.plus(length).toSeconds());
    }
}
