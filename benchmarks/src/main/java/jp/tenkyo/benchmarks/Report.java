package jp.tenkyo.benchmarks;

import java.time.Instant;
import java.util.List;

/**
 * A result as it is kept: its components are the fields of the JSON file.
 *
 * @param figure median of the samples
 * @param samples in ascending order, one of each run
 * @param effort name of {@link Effort}
 * @param measuredAt when measuring began, ISO 8601
 * @param note what must be known of the circumstances; may be empty
 */
record Report(
        String name,
        String says,
        double figure,
        String unit,
        String aim,
        boolean met,
        double lowest,
        double highest,
        String effort,
        String measuredAt,
        String note,
        List<Double> samples,
        List<Figure> beside,
        List<Plot> plots,
        Machine machine) {

    static Report of(Result result, Machine machine, Effort effort, Instant measuredAt, String note) {
        var figure = result.figure();
        return new Report(
                result.name(),
                figure.says(),
                figure.median(),
                figure.unit(),
                result.aim().toString(),
                result.isMet(),
                figure.lowest(),
                figure.highest(),
                effort.name(),
                measuredAt.toString(),
                note,
                figure.samples(),
                result.beside(),
                result.plots(),
                machine);
    }

    Figure asFigure() {
        return new Figure(says, unit, samples);
    }
}
