package jp.tenkyo.benchmarks;

import java.util.List;

/**
 * What was measured, once or several times: the median stands for all.
 *
 * @param says what it is, in one line
 * @param samples in ascending order, one of each run; at least one
 */
public record Figure(String says, String unit, List<Double> samples) {

    public Figure {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured: " + says);
        }
        samples = samples.stream().sorted().toList();
    }

    public static Figure of(String says, String unit, double once) {
        return new Figure(says, unit, List.of(once));
    }

    public double median() {
        var middle = samples.size() / 2;
        return samples.size() % 2 == 1 ? samples.get(middle) : (samples.get(middle - 1) + samples.get(middle)) / 2;
    }

    double lowest() {
        return samples.getFirst();
    }

    double highest() {
        return samples.getLast();
    }
}
