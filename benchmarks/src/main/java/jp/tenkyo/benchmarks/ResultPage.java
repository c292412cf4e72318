package jp.tenkyo.benchmarks;

import static jp.tenkyo.benchmarks.Html.escape;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All results as one HTML file that needs nothing else. */
final class ResultPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { max-width: 56rem; margin: 0 auto; padding: 1rem; }
            h2 { margin: 2.5rem 0 0.25rem; } svg { width: 100%; height: auto; }
            ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
            .key { display: inline-block; width: 0.9em; height: 0.9em; vertical-align: -0.1em; margin-right: 0.4em; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.875rem; }
            th, td { padding: 0.15rem 0.6rem; text-align: right; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
            th[scope=row], th:first-child { text-align: left; font-weight: normal; } .missed { font-weight: bold; }
            """;

    private ResultPage() {}

    static String html(List<Report> reports) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Tenkyo: benchmarks</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>Benchmarks</h1>
                %s</body>
                </html>
                """.formatted(STYLE, reports.stream().map(ResultPage::section).collect(Collectors.joining()));
    }

    private static String section(Report report) {
        return """
                <section>
                <h2>%s</h2>
                <p class="%s"><strong>%s %s</strong>, aim %s: %s</p>
                <div class="scroll" tabindex="0" role="region" aria-label="%s, figures"><table>
                <thead><tr><th scope="col">figure</th><th scope="col">median</th><th scope="col">lowest</th>\
                <th scope="col">highest</th><th scope="col">runs</th><th scope="col">unit</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>
                %s%s</section>
                """.formatted(
                        report.name(),
                        report.met() ? "met" : "missed",
                        Aim.text(report.figure()),
                        escape(report.unit()),
                        escape(report.aim()),
                        report.met() ? "met" : "missed",
                        report.name(),
                        Stream.concat(Stream.of(report.asFigure()), report.beside().stream())
                                .map(ResultPage::row)
                                .collect(Collectors.joining()),
                        report.plots().stream().map(ResultPage::figure).collect(Collectors.joining()),
                        circumstances(report));
    }

    private static String row(Figure figure) {
        return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%s</td></tr>%n"
                .formatted(
                        escape(figure.says()),
                        Aim.text(figure.median()),
                        Aim.text(figure.lowest()),
                        Aim.text(figure.highest()),
                        figure.samples().size(),
                        escape(figure.unit()));
    }

    private static String figure(Plot plot) {
        var legend = IntStream.range(0, plot.lines().size())
                .mapToObj(i ->
                        "<li><svg class=\"key\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path fill=\"%s\" d=\"M0 0h1v1h-1z\"/></svg>%s</li>"
                                .formatted(
                                        SvgPlot.colour(i),
                                        escape(plot.lines().get(i).name())))
                .collect(Collectors.joining("\n"));
        return "<figure>\n%s<figcaption>%s<ul class=\"legend\">\n%s\n</ul></figcaption>\n</figure>\n"
                .formatted(new SvgPlot(plot).svg(), escape(plot.title()), legend);
    }

    private static String circumstances(Report report) {
        var machine = report.machine();
        return "<p>Measured %s (%s) on %s, %d processors, %,d MiB of memory, %s, JDK %s; load when it began: %.2f. %s</p>%n"
                .formatted(
                        report.measuredAt(),
                        report.effort(),
                        escape(machine.processor()),
                        machine.processors(),
                        machine.memoryMiB(),
                        escape(machine.system()),
                        machine.jvm(),
                        machine.load(),
                        escape(report.note()));
    }
}
