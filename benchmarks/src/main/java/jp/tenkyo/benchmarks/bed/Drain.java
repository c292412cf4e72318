package jp.tenkyo.benchmarks.bed;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Looks on while an application works off a backlog. What counts is what it has committed, from one commit to another,
 * so that nothing is counted that could still be undone.
 *
 * @param application its application.id
 */
public record Drain(Bed bed, JavaProcess worker, String application, String topic) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration STANDS_STILL_AFTER = Duration.ofSeconds(90);

    /**
     * How fast it was.
     *
     * @param inputs committed between the first and the last commit that count
     * @param worker processor time of the application meanwhile, on all cores
     * @param broker processor time of the broker meanwhile
     * @param compiling seconds in each second that its JVM compiled just before
     */
    public record Pace(long inputs, Duration took, Duration worker, Duration broker, double compiling) {

        public double perSecond() {
            return inputs / (took.toNanos() / 1e9);
        }

        /** In microseconds. */
        public double workerMicrosPerInput() {
            return worker.toNanos() / 1e3 / inputs;
        }

        /** In microseconds. */
        public double brokerMicrosPerInput() {
            return broker.toNanos() / 1e3 / inputs;
        }

        /** @return this */
        public Pace toldTo(PrintStream progress, String name) {
            progress.printf(
                    "  %s: %,.0f a second (%,d in %.1f s), processor time of each %.0f µs, and %.0f µs in the broker;"
                            + " its JVM compiled %.2f s a second before that%n",
                    name,
                    perSecond(),
                    inputs,
                    took.toMillis() / 1e3,
                    workerMicrosPerInput(),
                    brokerMicrosPerInput(),
                    compiling);
            return this;
        }
    }

    private record Mark(long at, long committed, Duration worker, Duration broker) {

        Pace until(Mark later, double compiling) {
            return new Pace(
                    later.committed - committed,
                    Duration.ofNanos(later.at - at),
                    later.worker.minus(worker),
                    later.broker.minus(broker),
                    compiling);
        }
    }

    /**
     * Looks until the backlog is worked off, or for as long as is asked for. What was done until the worker's JVM was
     * warm does not count.
     *
     * @param backlog committed inputs at which it is worked off
     * @param warmUpMax committed inputs at which what follows counts all the same
     * @param atMost how long to look after the warm-up
     * @throws IllegalStateException if it ends, stands still, or is done before anything counted
     */
    public Pace watch(long backlog, long warmUpMax, Duration atMost) throws IOException, InterruptedException {
        try (var offsets = new Offsets(bed)) {
            var warmth = new Warmth(worker);
            var from = next(offsets, mark(offsets));
            while (from.committed < warmUpMax && !warmth.isReached()) {
                from = next(offsets, from);
            }
            failIfDone(from, backlog);
            var last = from;
            while (last.committed < backlog && last.at - from.at < atMost.toNanos()) {
                last = next(offsets, last);
            }
            return from.until(last, warmth.compiling());
        }
    }

    private void failIfDone(Mark mark, long backlog) {
        if (mark.committed >= backlog) {
            throw new IllegalStateException(
                    "%s had worked off %,d inputs before it was warm".formatted(application, backlog));
        }
    }

    /** Waits for the next commit. */
    private Mark next(Offsets offsets, Mark before) throws InterruptedException {
        while (true) {
            var now = mark(offsets);
            if (now.committed > before.committed) {
                return now;
            }
            worker.failIfEnded();
            if (now.at - before.at > STANDS_STILL_AFTER.toNanos()) {
                throw worker.problem("stands still at input %,d".formatted(before.committed));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private Mark mark(Offsets offsets) throws InterruptedException {
        return new Mark(
                System.nanoTime(),
                offsets.committed(application, topic),
                worker.processorTime(),
                bed.broker().processorTime());
    }
}
