package jp.tenkyo.benchmarks;

import java.util.Locale;

/**
 * What a figure must reach.
 *
 * @param bound the last value that is good enough
 * @param unit of bound and figure
 */
public record Aim(Direction direction, double bound, String unit) {

    /** On which side of the bound is good. */
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    public static Aim atLeast(double bound, String unit) {
        return new Aim(Direction.AT_LEAST, bound, unit);
    }

    public static Aim atMost(double bound, String unit) {
        return new Aim(Direction.AT_MOST, bound, unit);
    }

    boolean isMetBy(double figure) {
        return switch (direction) {
            case AT_LEAST -> figure >= bound;
            case AT_MOST -> figure <= bound;
        };
    }

    @Override
    public String toString() {
        var sign =
                switch (direction) {
                    case AT_LEAST -> "≥ ";
                    case AT_MOST -> "≤ ";
                };
        return sign + text(bound) + " " + unit;
    }

    /** Large numbers whole and in groups of three, small ones with what is behind the point. */
    static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.3g", value);
    }
}
