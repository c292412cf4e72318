package jp.tenkyo.benchmarks.latency;

import org.HdrHistogram.Histogram;

/**
 * A stage that is over.
 *
 * @param delays in microseconds
 * @param serviceBusy processors that the service kept busy meanwhile, on the average
 * @param brokerBusy processors that the broker kept busy meanwhile, on the average
 */
record Passed(Histogram delays, double serviceBusy, double brokerBusy) {}
