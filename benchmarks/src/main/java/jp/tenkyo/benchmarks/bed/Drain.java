package jp.tenkyo.benchmarks.bed;

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
     */
    public record Pace(long inputs, Duration took, Duration worker, Duration broker) {

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
                    "  %s: %,.0f a second (%,d in %.1f s), processor time of each %.0f µs, and %.0f µs in the broker%n",
                    name, perSecond(), inputs, took.toMillis() / 1e3, workerMicrosPerInput(), brokerMicrosPerInput());
            return this;
        }
    }

    private record Mark(long at, long committed, Duration worker, Duration broker) {

        Pace until(Mark later) {
            return new Pace(
                    later.committed - committed,
                    Duration.ofNanos(later.at - at),
                    later.worker.minus(worker),
                    later.broker.minus(broker));
        }
    }

    /**
     * What does not count: what was done before this much was, and before this long after the first commit.
     *
     * @param inputs committed
     */
    public record WarmUp(long inputs, Duration time) {

        public static WarmUp of(long inputs) {
            return new WarmUp(inputs, Duration.ZERO);
        }

        public static WarmUp of(Duration time) {
            return new WarmUp(0, time);
        }

        private boolean lasts(Mark first, Mark now) {
            return now.committed < inputs || now.at - first.at < time.toNanos();
        }
    }

    /**
     * Looks until the backlog is worked off, or for as long as is asked for.
     *
     * @param backlog committed inputs at which it is worked off
     * @param atMost how long to look after the warm-up
     * @throws IllegalStateException if it ends, stands still, or is done before anything counted
     */
    public Pace watch(long backlog, WarmUp warmUp, Duration atMost) throws InterruptedException {
        try (var offsets = new Offsets(bed)) {
            var first = next(offsets, mark(offsets));
            var from = first;
            while (warmUp.lasts(first, from)) {
                failIfDone(from, backlog);
                from = next(offsets, from);
            }
            failIfDone(from, backlog);
            var last = from;
            while (last.committed < backlog && last.at - from.at < atMost.toNanos()) {
                last = next(offsets, last);
            }
            return from.until(last);
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
