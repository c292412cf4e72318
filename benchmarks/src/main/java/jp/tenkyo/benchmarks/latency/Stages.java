package jp.tenkyo.benchmarks.latency;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.benchmarks.bed.Warmth;
import org.HdrHistogram.Histogram;

/** Runs one stage after the other, each until all of its changes have taken effect. */
record Stages(Bed bed, OpenLoop loop, StatusReader reader, JavaProcess service, PrintStream progress) {

    /** Changes a second: enough that the compiler has soon seen what there is, and few enough to be kept up with. */
    private static final int WARM_UP_RATE = 2_000;

    /** Changes of one stage that does not count. */
    static final int WARM_UP_CHANGES = 8 * WARM_UP_RATE;

    private static final Duration LEAD = Duration.ofMillis(200);
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration ARRIVED_WITHIN = Duration.ofMinutes(3);
    private static final double NANOS_PER_MILLI = 1e6;

    /** @param first resident who is told of */
    Passed run(int first, int changes, int rate) throws InterruptedException {
        var stage = begin(first, changes, rate);
        var serviceBefore = service.processorTime();
        var brokerBefore = bed.broker().processorTime();
        var late = loop.run(stage);
        var delays = reader.await(stage.changes(), ARRIVED_WITHIN);
        var took = System.nanoTime() - stage.beginsAt();
        var passed = new Passed(
                rate,
                changes * Stage.SECOND / took,
                delays,
                share(service.processorTime().minus(serviceBefore), took),
                share(bed.broker().processorTime().minus(brokerBefore), took));
        tell(rate, passed, late);
        return passed;
    }

    /**
     * Stages that do not count, from the first resident on, until the service's JVM is warm.
     *
     * @param atMost stages of {@link #WARM_UP_CHANGES}
     * @return the first resident whom none was about
     */
    int warmUp(int atMost) throws IOException, InterruptedException {
        var warmth = new Warmth(service);
        var next = 0;
        for (var left = atMost; left > 0 && !warmth.isReached(); left--) {
            run(next, WARM_UP_CHANGES, WARM_UP_RATE);
            next += WARM_UP_CHANGES;
        }
        progress.printf(
                "  (%,d changes were to warm up: its JVM compiled %.2f s a second at the end)%n",
                next, warmth.compiling());
        return next;
    }

    /** Something that takes its time. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /**
     * What came of changes that went on while something else was done.
     *
     * @param delays in microseconds, of the changes that were due until it was done
     * @param end the first resident whom nothing was sent about
     */
    record Meanwhile(Histogram delays, Duration took, int end) {}

    /**
     * Sends changes at a steady rate for as long as something else is done.
     *
     * @param other returns when it is done
     * @param changesMax beyond which there are no residents
     */
    Meanwhile runWhile(int first, int changesMax, int rate, Work other) throws InterruptedException {
        var stage = begin(first, changesMax, rate);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var done = threads.submit(() -> {
                LockSupport.parkNanos(stage.beginsAt() - System.nanoTime());
                other.run();
                return System.nanoTime();
            });
            var sent = loop.runWhile(stage, () -> !done.isDone());
            var end = done.get();
            var counted = (int) Math.min(sent.end() - first, (end - stage.beginsAt()) * rate / Stage.SECOND);
            reader.await(sent.end() - first, ARRIVED_WITHIN);
            return new Meanwhile(
                    reader.delaysUntil(first + counted), Duration.ofNanos(end - stage.beginsAt()), sent.end());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service's reads have still to take in of an earlier stage is no part of this one. */
    private Stage begin(int first, int changes, int rate) throws InterruptedException {
        bed.awaitReads(CAUGHT_UP_WITHIN);
        var stage = new Stage(first, changes, rate, System.nanoTime() + LEAD.toNanos());
        reader.watch(stage);
        return stage;
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
