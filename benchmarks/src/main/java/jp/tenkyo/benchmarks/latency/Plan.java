package jp.tenkyo.benchmarks.latency;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import jp.tenkyo.benchmarks.Effort;

/**
 * What is sent in one run.
 *
 * @param rates in changes a second, measured in this order
 * @param rounds how often each rate is measured
 * @param length of a stage
 * @param changesMax of a stage: what cannot be kept up with shows sooner
 * @param warmUpsMax stages of {@link Stages#WARM_UP_CHANGES} that do not count, at the most
 */
record Plan(List<Integer> rates, int rounds, Duration length, int changesMax, int warmUpsMax) {

    static final int RATE_AIMED_AT = 1_000;
    static final List<Integer> RATES = List.of(100, RATE_AIMED_AT, 5_000);

    static Plan of(Effort effort) {
        return switch (effort) {
            case SMOKE -> new Plan(RATES, 1, Duration.ofSeconds(1), 1_000, 0);
            case QUICK -> new Plan(RATES, 1, Duration.ofSeconds(8), 15_000, 8);
            case USUAL -> new Plan(RATES, effort.samples(), Duration.ofSeconds(20), 40_000, 8);
            case FULL -> new Plan(RATES, effort.samples(), Duration.ofSeconds(30), 60_000, 8);
        };
    }

    int changesAt(int rate) {
        return (int) Math.min(changesMax, rate * length.toMillis() / 1000);
    }

    /** Each change is about another resident. */
    int residents() {
        var inRound = rates.stream().mapToInt(this::changesAt).sum();
        var nearMaximum = changesAt(Collections.max(rates));
        return warmUpsMax * Stages.WARM_UP_CHANGES + rounds * (inRound + nearMaximum);
    }
}
