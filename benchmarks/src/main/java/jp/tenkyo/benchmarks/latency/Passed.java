package jp.tenkyo.benchmarks.latency;

import org.HdrHistogram.Histogram;

/**
 * A stage that is over.
 *
 * @param rate of changes a second at which they were sent
 * @param aSecond changes that took effect in a second, until the last had; less than the rate where it was too much
 * @param delays in microseconds
 * @param serviceBusy processors that the service kept busy meanwhile, on the average
 * @param brokerBusy processors that the broker kept busy meanwhile, on the average
 */
record Passed(int rate, double aSecond, Histogram delays, double serviceBusy, double brokerBusy) {}
