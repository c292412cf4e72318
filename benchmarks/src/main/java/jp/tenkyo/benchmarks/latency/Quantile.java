package jp.tenkyo.benchmarks.latency;

import org.HdrHistogram.Histogram;

/** Which part of all changes has taken effect within a delay. */
enum Quantile {
    P50("p50", 50),
    P99("p99", 99),
    P999("p99.9", 99.9);

    private static final double MICROS_PER_MILLI = 1e3;

    private final String text;
    private final double percent;

    Quantile(String text, double percent) {
        this.text = text;
        this.percent = percent;
    }

    /** In milliseconds, of delays in microseconds. */
    double of(Histogram delays) {
        return delays.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    @Override
    public String toString() {
        return text;
    }
}
