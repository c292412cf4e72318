package jp.tenkyo.benchmarks;

import java.util.List;

/**
 * What a benchmark has found.
 *
 * @param figure median of the samples
 * @param samples in ascending order, one of each independent run
 */
record Result(String name, String says, Aim aim, double figure, List<Double> samples) {

    static Result of(Benchmark benchmark, List<Double> samples) {
        var sorted = samples.stream().sorted().toList();
        return new Result(benchmark.name(), benchmark.says(), benchmark.aim(), median(sorted), sorted);
    }

    boolean isMet() {
        return aim.isMetBy(figure);
    }

    double lowest() {
        return samples.getFirst();
    }

    double highest() {
        return samples.getLast();
    }

    /** The line that a benchmark ends in. */
    String line() {
        return "%s: %s %s (aim %s)".formatted(name, Aim.text(figure), aim.unit(), aim);
    }

    /** How far the samples lie apart. */
    String spread() {
        return "%s: %d samples, %s to %s %s"
                .formatted(name, samples.size(), Aim.text(lowest()), Aim.text(highest()), aim.unit());
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
