package jp.tenkyo.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values lie along an axis.
 *
 * @param ticks values that are written beside the axis, in ascending order; the first and the last are its ends
 */
record Scale(List<Double> ticks, boolean logarithmic) {

    private static final int STEPS = 4;
    private static final List<Integer> NICE = List.of(1, 2, 5);

    /** From zero to a round number that is not below, or, where it is logarithmic, between two round numbers. */
    static Scale over(List<Double> values, boolean logarithmic) {
        var highest = values.stream().mapToDouble(one -> one).max().orElse(1);
        var lowest = values.stream().mapToDouble(one -> one).min().orElse(1);
        return logarithmic ? new Scale(byFactors(lowest, highest), true) : new Scale(bySteps(highest), false);
    }

    private static List<Double> bySteps(double highest) {
        var power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, Double.MIN_NORMAL) / STEPS)));
        var step = NICE.stream()
                .map(nice -> nice * power)
                .filter(one -> one * STEPS >= highest)
                .findFirst()
                .orElse(10 * power);
        var ticks = new ArrayList<Double>();
        for (var i = 0; i <= STEPS; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static List<Double> byFactors(double lowest, double highest) {
        var ticks = new ArrayList<Double>();
        for (var power = Math.floor(Math.log10(lowest)); ; power++) {
            for (var nice : NICE) {
                var tick = nice * Math.pow(10, power);
                if (tick <= lowest) {
                    ticks.clear();
                }
                ticks.add(tick);
                if (ticks.size() > 1 && tick >= highest) {
                    return ticks;
                }
            }
        }
    }

    /** From 0 at the beginning of the axis to 1 at its end. */
    double at(double value) {
        var from = along(ticks.getFirst());
        return (along(value) - from) / (along(ticks.getLast()) - from);
    }

    private double along(double value) {
        return logarithmic ? Math.log10(value) : value;
    }
}
