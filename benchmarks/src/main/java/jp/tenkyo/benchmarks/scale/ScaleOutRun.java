package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.benchmarks.latency.OpenLoop;
import jp.tenkyo.benchmarks.latency.Stage;

/**
 * One instance, then two, then three, one of them stopped in order, one that stands still for a while, one that is
 * killed: all the while changes go on at a steady rate.
 */
record ScaleOutRun(PrintStream progress) {

    private static final int RATE = 100;

    /** For eight minutes. */
    private static final int RESIDENTS = RATE * 480;

    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(5);
    private static final Duration READABLE_WITHIN = Duration.ofMinutes(3);

    /**
     * What came of it.
     *
     * @param lostOrDoubled statuses and outcomes
     * @param sent changes
     * @param calm the longest that a change took while nothing happened, in milliseconds
     * @param othersCommits the longest, in milliseconds, that another partition's inputs were not committed while an
     *     instance stood still
     */
    record Outcome(int lostOrDoubled, int sent, double calm, List<Happening.Felt> felt, double othersCommits) {}

    Outcome measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var singles = Feeder.ofSingles(bed);
                var ledger = new Ledger(bed, RESIDENTS);
                var group = new Group(bed, Instances.DECISIONS)) {
            var first = Instances.start(bed, "first");
            register(bed, population);
            ledger.await(4L * RESIDENTS, REGISTERED_WITHIN);
            var stage = new Stage(0, RESIDENTS, RATE, System.nanoTime());
            var scenario = new Scenario(bed, group, ledger, progress);
            var sent = play(scenario, first, new OpenLoop(population, singles), stage);
            ledger.awaitAllBefore(sent, READABLE_WITHIN);
            ledger.await(4L * RESIDENTS + 2L * sent, READABLE_WITHIN);
            return outcome(new Stage(0, sent, RATE, stage.beginsAt()), ledger, scenario);
        }
    }

    private void register(Bed bed, Population population) {
        progress.printf("  registering two certificates of %,d residents%n", RESIDENTS);
        try (var feeder = Feeder.ofBacklog(bed)) {
            feeder.sendAll(IntStream.range(0, RESIDENTS)
                    .boxed()
                    .flatMap(resident -> Stream.of(
                            population.issue(resident, CertificateKind.SIGNING),
                            population.issue(resident, CertificateKind.AUTHENTICATION))));
        }
    }

    /** @return how many changes were sent */
    private static int play(Scenario scenario, JavaProcess first, OpenLoop loop, Stage stage)
            throws IOException, InterruptedException {
        var over = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var sender = threads.submit(() -> loop.runWhile(stage, () -> !over.get()));
            try {
                scenario.play(first, stage);
            } finally {
                over.set(true);
            }
            return sender.get().end();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Changes could not be sent", e);
        }
    }

    private Outcome outcome(Stage stage, Ledger ledger, Scenario scenario) {
        var table = new Timetable(stage, ledger::endedAt);
        var sent = stage.changes();
        var inputs = 2 * RESIDENTS + sent;
        var felt = scenario.happened().stream().map(one -> one.felt(table)).toList();
        var outcome = new Outcome(
                ledger.lostOrDoubled(inputs, inputs),
                sent,
                felt.getFirst().ownPause(),
                felt.subList(1, felt.size()),
                scenario.othersCommits());
        tell(outcome);
        return outcome;
    }

    private void tell(Outcome outcome) {
        progress.printf(
                "  of %,d changes lost or doubled: %d; longest delay while nothing happened %.0f ms%n",
                outcome.sent, outcome.lostOrDoubled, outcome.calm);
        for (var one : outcome.felt) {
            progress.printf(
                    "  %s: longest delay on its partitions %,.0f ms, on the others %,.0f ms%n",
                    one.what(), one.ownPause(), one.othersPause());
        }
        progress.printf(
                "  while one stood still, no other partition's commits waited longer than %.0f ms%n",
                outcome.othersCommits);
    }
}
