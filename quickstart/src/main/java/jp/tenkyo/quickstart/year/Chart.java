package jp.tenkyo.quickstart.year;

import static java.util.Locale.ROOT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws a year as SVG: one column a day. Colours of text and axes are the page's. */
final class Chart {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 280;
    private static final int LEFT = 56;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int TICKS = 4;
    private static final int MONTHS = 12;

    private final YearFigures figures;
    private final List<LocalDate> days;
    private final List<Series> layers;

    Chart(YearFigures figures, List<Series> layers) {
        this.figures = figures;
        this.days = List.copyOf(figures.days().keySet());
        this.layers = layers;
    }

    /** Layers one on top of the other, a column for each day. */
    String stacked(String title, String description) {
        var highest = days.stream()
                .mapToInt(day -> layers.stream()
                        .mapToInt(layer -> figures.on(day, layer))
                        .sum())
                .max()
                .orElse(0);
        var top = niceAbove(highest);
        var marks = new StringBuilder();
        for (var layer : layers) {
            var path = columns(layer, top);
            if (!path.isEmpty()) {
                marks.append("<path fill=\"%s\" d=\"%s\"/>\n".formatted(layer.colour(), path));
            }
        }
        return svg(title, description, top, marks.toString());
    }

    private String columns(Series layer, int top) {
        var path = new StringBuilder();
        var below = layers.subList(0, layers.indexOf(layer));
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var count = figures.on(day, layer);
            if (count > 0) {
                var base = below.stream().mapToInt(one -> figures.on(day, one)).sum();
                path.append(String.format(
                        ROOT,
                        "M%.1f %.1fV%.1fH%.1fV%.1fZ",
                        x(i),
                        y(base, top),
                        y(base + count, top),
                        x(i + 1),
                        y(base, top)));
            }
        }
        return path.toString();
    }

    /** A line for each layer; summed up from the first day where asked for. */
    String lines(String title, String description, boolean summedUp) {
        var values = layers.stream().map(layer -> values(layer, summedUp)).toList();
        var top = niceAbove(values.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0));
        var marks = new StringBuilder();
        for (var i = 0; i < layers.size(); i++) {
            marks.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>\n"
                    .formatted(layers.get(i).colour(), points(values.get(i), top)));
        }
        return svg(title, description, top, marks.toString());
    }

    private List<Integer> values(Series layer, boolean summedUp) {
        var values = new ArrayList<Integer>();
        var sum = 0;
        for (var day : days) {
            var today = figures.on(day, layer);
            sum += today;
            values.add(summedUp ? sum : today);
        }
        return values;
    }

    private String points(List<Integer> values, int top) {
        var points = new StringBuilder();
        for (var i = 0; i < values.size(); i++) {
            points.append(String.format(ROOT, "%.1f,%.1f ", x(i + 0.5), y(values.get(i), top)));
        }
        return points.toString().strip();
    }

    private String svg(String title, String description, int top, String marks) {
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
                <title>%s</title><desc>%s</desc>
                %s%s</svg>
                """.formatted(WIDTH, HEIGHT, title, title, description, axes(top), marks);
    }

    private String axes(int top) {
        var axes = new StringBuilder("<g fill=\"currentColor\" font-size=\"12\" aria-hidden=\"true\">\n");
        for (var tick = 0; tick <= TICKS; tick++) {
            var value = top * tick / TICKS;
            axes.append(String.format(
                    ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\" stroke-opacity=\"0.2\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,d</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value, top),
                    y(value, top),
                    LEFT - 6,
                    y(value, top) + 4,
                    value));
        }
        for (var month = 1; month <= MONTHS; month++) {
            var at = days.indexOf(LocalDate.of(figures.first().getYear(), month, 1));
            if (at >= 0) {
                axes.append(String.format(
                        ROOT, "<text x=\"%.1f\" y=\"%d\">%d</text>%n", x(at) + 2, HEIGHT - BOTTOM + 16, month));
            }
        }
        return axes.append("</g>\n").toString();
    }

    private double x(double day) {
        return LEFT + (WIDTH - LEFT - RIGHT) * day / days.size();
    }

    private static double y(int value, int top) {
        return HEIGHT - BOTTOM - (double) (HEIGHT - TOP - BOTTOM) * value / top;
    }

    /** The smallest of 4, 8, 12, 20, 40, 80, … that is not below. */
    static int niceAbove(int highest) {
        for (var scale = 1; ; scale *= 10) {
            for (var step : List.of(1, 2, 3, 5)) {
                if (TICKS * step * scale >= highest) {
                    return TICKS * step * scale;
                }
            }
        }
    }
}
