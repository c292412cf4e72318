package jp.tenkyo.benchmarks;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a plot as SVG. On a page, text and axes have its colour. */
final class SvgPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 320;
    private static final int LEFT = 84;
    private static final int RIGHT = 40;
    private static final int TOP = 16;
    private static final int BOTTOM = 52;
    private static final int LEGEND_ROW = 20;

    /** Of text and axes where no page says another: to be read on white and on black. */
    private static final String NEUTRAL = "#767676";

    /** Told apart by those who see few colours, too (Okabe and Ito). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999");

    private final Plot plot;
    private final Scale x;
    private final Scale y;

    SvgPlot(Plot plot) {
        var points =
                plot.lines().stream().flatMap(line -> line.points().stream()).toList();
        this.plot = plot;
        this.x =
                Scale.over(points.stream().map(Plot.Point::x).toList(), plot.x().logarithmic());
        this.y =
                Scale.over(points.stream().map(Plot.Point::y).toList(), plot.y().logarithmic());
    }

    static String colour(int line) {
        return COLOURS.get(line % COLOURS.size());
    }

    /** For a page that has the legend beside it. */
    String svg() {
        return svg("", HEIGHT, "");
    }

    /** A file of its own, with the legend below. */
    String file() {
        var legend = IntStream.range(0, plot.lines().size())
                .mapToObj(i -> legend(plot.lines().get(i).name(), HEIGHT + i * LEGEND_ROW, colour(i)))
                .collect(Collectors.joining());
        return svg(
                "xmlns=\"http://www.w3.org/2000/svg\" font-family=\"system-ui, sans-serif\" color=\"%s\" "
                        .formatted(NEUTRAL),
                HEIGHT + (plot.lines().size() + 1) * LEGEND_ROW,
                legend);
    }

    private String svg(String attributes, int height, String legend) {
        var title = Html.escape(plot.title());
        var svg = new StringBuilder("<svg %sviewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n<title>%s</title>%n"
                .formatted(attributes, WIDTH, height, title, title));
        svg.append(axes());
        for (var i = 0; i < plot.lines().size(); i++) {
            svg.append(line(plot.lines().get(i), colour(i)));
        }
        return svg.append(legend).append("</svg>\n").toString();
    }

    private static String legend(String name, int top, String colour) {
        return "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/><text x=\"%d\" y=\"%d\" fill=\"currentColor\" font-size=\"13\">%s</text>%n"
                .formatted(LEFT, top + 10, colour, LEFT + 14, top + 15, Html.escape(name));
    }

    private String axes() {
        var axes = new StringBuilder("<g fill=\"currentColor\" font-size=\"12\" aria-hidden=\"true\">\n");
        for (var tick : y.ticks()) {
            axes.append(String.format(
                    ROOT,
                    "<path d=\"M%d %.1fH%d\" stroke=\"currentColor\" stroke-opacity=\"0.2\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT,
                    across(tick),
                    WIDTH - RIGHT,
                    LEFT - 6,
                    across(tick) + 4,
                    Aim.text(tick)));
        }
        for (var tick : x.ticks()) {
            axes.append(String.format(
                    ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    along(tick),
                    HEIGHT - BOTTOM + 18,
                    Aim.text(tick)));
        }
        return axes.append(labels()).append("</g>\n").toString();
    }

    private String labels() {
        return String.format(
                ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
                        + "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 12,
                Html.escape(plot.x().label()),
                (TOP + HEIGHT - BOTTOM) / 2,
                Html.escape(plot.y().label()));
    }

    private String line(Plot.Line line, String colour) {
        var points = line.points().stream()
                .map(one -> String.format(ROOT, "%.1f,%.1f", along(one.x()), across(one.y())))
                .toList();
        var dots = points.stream()
                .map(point -> point.split(",", -1))
                .map(at -> "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>%n".formatted(at[0], at[1], colour))
                .collect(Collectors.joining());
        return "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>%n%s"
                .formatted(colour, String.join(" ", points), dots);
    }

    private double along(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * x.at(value);
    }

    private double across(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y.at(value);
    }
}
