package jp.tenkyo.benchmarks.latency;

import java.io.PrintStream;
import java.time.Duration;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import org.HdrHistogram.Histogram;

/** Runs one stage after the other, each until all of its changes have taken effect. */
record Stages(OpenLoop loop, StatusReader reader, JavaProcess service, JavaProcess broker, PrintStream progress) {

    private static final Duration LEAD = Duration.ofMillis(200);
    private static final Duration ARRIVED_WITHIN = Duration.ofMinutes(3);
    private static final double NANOS_PER_MILLI = 1e6;

    /** @param first resident who is told of */
    Passed run(int first, int changes, int rate) throws InterruptedException {
        var stage = new Stage(first, changes, rate, System.nanoTime() + LEAD.toNanos());
        reader.watch(stage);
        var serviceBefore = service.processorTime();
        var brokerBefore = broker.processorTime();
        var late = loop.run(stage);
        var delays = reader.await(stage.changes(), ARRIVED_WITHIN);
        var took = System.nanoTime() - stage.beginsAt();
        var passed = new Passed(
                delays,
                share(service.processorTime().minus(serviceBefore), took),
                share(broker.processorTime().minus(brokerBefore), took));
        tell(rate, passed, late);
        return passed;
    }

    private static double share(Duration processorTime, long took) {
        return (double) processorTime.toNanos() / took;
    }

    private void tell(int rate, Passed passed, long late) {
        progress.printf(
                "  %,6d a second: p50 %s, p99 %s, p99.9 %s ms; processors busy: service %.2f, broker %.2f; sent at most"
                        + " %.1f ms late%n",
                rate,
                text(Quantile.P50, passed.delays()),
                text(Quantile.P99, passed.delays()),
                text(Quantile.P999, passed.delays()),
                passed.serviceBusy(),
                passed.brokerBusy(),
                late / NANOS_PER_MILLI);
    }

    private static String text(Quantile quantile, Histogram delays) {
        return "%,.1f".formatted(quantile.of(delays));
    }
}
