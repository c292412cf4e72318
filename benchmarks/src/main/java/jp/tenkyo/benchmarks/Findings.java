package jp.tenkyo.benchmarks;

import java.util.List;

/**
 * What a benchmark has found out.
 *
 * @param samples of the figure that is aimed at, one of each run, at least one
 * @param beside figures that explain it; nothing is aimed at them
 */
public record Findings(List<Double> samples, List<Figure> beside, List<Plot> plots) {

    /** The figure alone. */
    public static Findings of(List<Double> samples) {
        return new Findings(samples, List.of(), List.of());
    }
}
