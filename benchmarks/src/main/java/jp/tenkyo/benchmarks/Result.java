package jp.tenkyo.benchmarks;

import java.util.List;

/** What a benchmark has found, held against what was aimed at. */
record Result(String name, Aim aim, Figure figure, List<Figure> beside, List<Plot> plots) {

    static Result of(Benchmark benchmark, Findings found) {
        var figure = new Figure(benchmark.says(), benchmark.aim().unit(), found.samples());
        return new Result(benchmark.name(), benchmark.aim(), figure, found.beside(), found.plots());
    }

    boolean isMet() {
        return aim.isMetBy(figure.median());
    }

    /** The line that a benchmark ends in. */
    String line() {
        return "%s: %s %s (aim %s)".formatted(name, Aim.text(figure.median()), aim.unit(), aim);
    }

    /** How far the samples lie apart. */
    String spread() {
        return "%s: %d samples, %s to %s %s"
                .formatted(
                        name,
                        figure.samples().size(),
                        Aim.text(figure.lowest()),
                        Aim.text(figure.highest()),
                        aim.unit());
    }
}
