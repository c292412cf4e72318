package jp.tenkyo.quickstart.year;

import static jp.tenkyo.quickstart.page.Template.escape;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report as one HTML file that needs nothing else: plots, the table behind each, and what was checked. */
public final class YearPage {

    private static final int MONTHS = 12;

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, "BIZ UDPGothic", "Noto Sans JP", sans-serif; }
            body { max-width: 62rem; margin: 0 auto; padding: 1rem; }
            h2 { margin: 2.5rem 0 0.25rem; } h1 small, h2 small { display: block; font-size: 0.65em; font-weight: normal; }
            svg { width: 100%; height: auto; } ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
            .key { display: inline-block; width: 0.9em; height: 0.9em; vertical-align: -0.1em; margin-right: 0.4em; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.875rem; } caption { text-align: left; }
            th, td { padding: 0.15rem 0.6rem; text-align: right; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
            th[scope=row] { text-align: left; } td.text { text-align: left; } .fails { font-weight: bold; }
            """;

    private final YearReport report;
    private final YearFigures figures;

    public YearPage(YearReport report) {
        this.report = report;
        this.figures = report.figures();
    }

    public String html() {
        var settings = report.settings();
        return """
                <!doctype html>
                <html lang="ja">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$d年の見本市 / A city's %1$d</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <h1>見本市の%1$d年<small lang="en">A made-up city's %1$d</small></h1>
                <p>住民 %3$,d 人、種 %4$d、入力 %5$,d 件、%6$.0f 秒。実在の人・証明書はありません。<br>
                <span lang="en">%3$,d residents, seed %4$d, %5$,d inputs, played in %6$.0f s. No real person, no real certificate.</span></p>
                %7$s</body>
                </html>
                """.formatted(
                        settings.year(),
                        STYLE,
                        settings.residents(),
                        settings.seed(),
                        report.inputs(),
                        report.seconds(),
                        invariants() + plots());
    }

    private String plots() {
        return section(
                        "失効(原因別、1日ごと)",
                        "Revocations by cause, per day",
                        YearFigures.REVOCATIONS,
                        title -> new Chart(figures, YearFigures.REVOCATIONS)
                                .stacked(title, "One column a day, one layer a cause; the table below gives months."))
                + section(
                        "更新(期間に入ったものと済んだもの、年初からの累計)",
                        "Renewals due against done, summed up from 1 January",
                        YearFigures.RENEWALS,
                        title -> new Chart(figures, YearFigures.RENEWALS)
                                .lines(title, "Three rising lines; the table below gives months.", true))
                + section(
                        "通知(種類別、1日ごと)",
                        "Notices by kind, per day",
                        YearFigures.NOTICES,
                        title -> new Chart(figures, YearFigures.NOTICES)
                                .stacked(title, "One column a day, one layer a kind; the table below gives months."))
                + section(
                        "有効な証明書",
                        "Certificates alive",
                        YearFigures.ALIVE,
                        title -> new Chart(figures, YearFigures.ALIVE)
                                .lines(title, "Three lines; the table below gives the end of each month.", false));
    }

    private String section(String japanese, String english, List<Series> layers, Function<String, String> plot) {
        return """
                <section>
                <h2>%s<small lang="en">%s</small></h2>
                <figure>
                %s<figcaption><ul class="legend">
                %s
                </ul></figcaption>
                </figure>
                %s</section>
                """.formatted(
                japanese, english, plot.apply(japanese + " / " + english), legend(layers), table(japanese, layers));
    }

    private static String legend(List<Series> layers) {
        return layers.stream()
                .map(layer ->
                        "<li><svg class=\"key\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path fill=\"%s\" d=\"M0 0h1v1h-1z\"/></svg>%s <span lang=\"en\">%s</span></li>"
                                .formatted(layer.colour(), layer.japanese(), layer.english()))
                .collect(Collectors.joining("\n"));
    }

    private String table(String caption, List<Series> layers) {
        var head = layers.stream()
                .map(layer -> "<th scope=\"col\">%s<br><span lang=\"en\">%s</span></th>"
                        .formatted(layer.japanese(), layer.english()))
                .collect(Collectors.joining());
        var rows = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> "<tr><th scope=\"row\">%d</th>%s</tr>\n"
                        .formatted(
                                month,
                                layers.stream()
                                        .map(layer -> "<td>%,d</td>".formatted(inMonth(layer, month)))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
        return """
                <div class="scroll" tabindex="0" role="region" aria-label="%1$s(表 table)"><table>
                <caption>%1$s(月別 <span lang="en">by month</span>)</caption>
                <thead><tr><th scope="col">月 <span lang="en">month</span></th>%2$s</tr></thead>
                <tbody>
                %3$s</tbody>
                </table></div>
                """.formatted(caption, head, rows);
    }

    /** The month's sum, or where it stands at the month's end. */
    private int inMonth(Series layer, int month) {
        var days = figures.days().keySet().stream()
                .filter(day -> day.getMonthValue() == month)
                .toList();
        if (days.isEmpty()) {
            return 0;
        }
        LocalDate end = days.getLast();
        return YearFigures.ALIVE.contains(layer)
                ? figures.on(end, layer)
                : days.stream().mapToInt(day -> figures.on(day, layer)).sum();
    }

    private String invariants() {
        var rows = report.invariants().stream()
                .map(one ->
                        "<tr><td class=\"text\" lang=\"en\">%s</td><td>%,d</td><td>%,d</td><td class=\"%s\">%s</td></tr>\n"
                                .formatted(
                                        escape(one.sentence()),
                                        one.checked(),
                                        one.broken(),
                                        one.holds() ? "" : "fails",
                                        one.holds() ? "成立 holds" : "不成立 fails"))
                .collect(Collectors.joining());
        return """
                <section>
                <h2>確かめたこと<small lang="en">What was checked, on the topics themselves</small></h2>
                <div class="scroll" tabindex="0" role="region" aria-label="確かめたこと(表 table)"><table>
                <thead><tr><th scope="col">不変条件 invariant</th><th scope="col">検査 checked</th>\
                <th scope="col">違反 broken</th><th scope="col">結果</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>
                </section>
                """.formatted(rows);
    }
}
