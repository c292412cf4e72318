package jp.tenkyo.benchmarks.latency;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.Population;

/**
 * Several stages on one test bed, one after the other.
 *
 * @param settings of the service, beyond the usual
 */
record LatencyRun(List<String> settings, Plan plan, PrintStream progress) {

    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(5);

    /** What may be asked of a service for long: what is left is for the hour in which everybody moves. */
    private static final double OF_THE_MAXIMUM = 0.8;

    /**
     * What came of every round.
     *
     * @param byRate the rates of the plan
     * @param nearMaximum at {@value #OF_THE_MAXIMUM} of what the round's highest rate came to
     */
    record Rounds(Map<Integer, List<Passed>> byRate, List<Passed> nearMaximum) {}

    Rounds measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var reader = new StatusReader(bed);
                var feeder = Feeder.ofSingles(bed)) {
            var service = bed.startLifecycle(settings);
            register(bed, population, reader);
            return stages(new Stages(bed, new OpenLoop(population, feeder), reader, service, progress));
        }
    }

    private void register(Bed bed, Population population, StatusReader reader) throws InterruptedException {
        var residents = plan.residents();
        progress.printf("  registering two certificates of %,d residents%n", residents);
        try (var feeder = Feeder.ofBacklog(bed)) {
            reader.watch(new Stage(0, residents, 1, System.nanoTime()));
            feeder.sendAll(IntStream.range(0, residents)
                    .boxed()
                    .flatMap(resident -> Stream.of(
                            population.issue(resident, CertificateKind.SIGNING),
                            population.issue(resident, CertificateKind.AUTHENTICATION))));
        }
        reader.await(2 * residents, REGISTERED_WITHIN);
    }

    private Rounds stages(Stages stages) throws IOException, InterruptedException {
        var rounds = new Rounds(new HashMap<>(), new ArrayList<>());
        var next = stages.warmUp(plan.warmUpsMax());
        for (var round = 0; round < plan.rounds(); round++) {
            var most = 0.0;
            for (var rate : plan.rates()) {
                var changes = plan.changesAt(rate);
                var passed = stages.run(next, changes, rate);
                rounds.byRate.computeIfAbsent(rate, _ -> new ArrayList<>()).add(passed);
                most = Math.max(most, passed.aSecond());
                next += changes;
            }
            var rate = (int) (OF_THE_MAXIMUM * most);
            rounds.nearMaximum.add(stages.run(next, plan.changesAt(rate), rate));
            next += plan.changesAt(rate);
        }
        return rounds;
    }
}
