package jp.tenkyo.benchmarks.throughput;

import java.time.Duration;
import jp.tenkyo.benchmarks.Effort;

/**
 * How much is measured, and how long. There is enough for each JVM to become warm on, and to be measured afterwards.
 *
 * @param residents each of whom has two certificates issued and then one change
 * @param length of a measurement of a topology that decides nothing, at most
 * @param bareInputs for such a topology
 */
record Sizes(int residents, Duration length, int bareInputs) {

    static Sizes of(Effort effort) {
        return switch (effort) {
            case SMOKE -> new Sizes(2_000, Duration.ofSeconds(2), 120_000);
            case QUICK, USUAL -> new Sizes(250_000, Duration.ofSeconds(20), 2_400_000);
            case FULL -> new Sizes(500_000, Duration.ofSeconds(40), 2_400_000);
        };
    }

    int issues() {
        return 2 * residents;
    }

    int warmUpIssuesMax() {
        return mostOf(issues());
    }

    int warmUpChangesMax() {
        return mostOf(residents);
    }

    int warmUpBareMax() {
        return bareInputs / 2;
    }

    private static int mostOf(int inputs) {
        return inputs / 4 * 3;
    }
}
