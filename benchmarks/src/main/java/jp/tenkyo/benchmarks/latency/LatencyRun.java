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

    /** Seconds in each second that the JVM may still compile when it is called warm. */
    private static final double COMPILING_MAX = 0.15;

    private static final Duration COMPILED_WITHIN = Duration.ofSeconds(15);
    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(5);

    /** What came of every round, by rate. */
    Map<Integer, List<Passed>> measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var reader = new StatusReader(bed);
                var feeder = Feeder.ofSingles(bed)) {
            var service = bed.startLifecycle(settings);
            register(bed, population, reader);
            bed.awaitReads(REGISTERED_WITHIN);
            return stages(new Stages(new OpenLoop(population, feeder), reader, service, bed.broker(), progress));
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

    private Map<Integer, List<Passed>> stages(Stages stages) throws IOException, InterruptedException {
        var passed = new HashMap<Integer, List<Passed>>();
        var next = warmUp(stages);
        for (var round = 0; round < plan.rounds(); round++) {
            for (var rate : plan.rates()) {
                var changes = plan.changesAt(rate);
                passed.computeIfAbsent(rate, _ -> new ArrayList<>()).add(stages.run(next, changes, rate));
                next += changes;
            }
        }
        return passed;
    }

    /** @return the first resident whom no stage was about */
    private int warmUp(Stages stages) throws IOException, InterruptedException {
        var changes = plan.changesAt(Plan.RATE_AIMED_AT);
        var next = 0;
        stages.service().awaitCompiled(COMPILED_WITHIN);
        for (var left = plan.warmUpsMax(); left > 0; left--) {
            var before = stages.service().compileTime();
            var begun = System.nanoTime();
            stages.run(next, changes, Plan.RATE_AIMED_AT);
            next += changes;
            var spent = stages.service().compileTime().minus(before);
            var compiling = (double) spent.toNanos() / (System.nanoTime() - begun);
            progress.printf("  (that was to warm up: its JVM compiled %.2f s in each second)%n", compiling);
            stages.service().awaitCompiled(COMPILED_WITHIN);
            if (compiling < COMPILING_MAX) {
                break;
            }
        }
        return next;
    }
}
