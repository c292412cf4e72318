package jp.tenkyo.benchmarks;

import java.util.List;

/** Lines over two axes. */
public record Plot(String title, Axis x, Axis y, List<Line> lines) {

    /** @param logarithmic for what grows by factors; every value must be above zero then */
    public record Axis(String label, boolean logarithmic) {}

    public record Line(String name, List<Point> points) {}

    public record Point(double x, double y) {}
}
