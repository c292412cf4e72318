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
import jp.tenkyo.benchmarks.bed.Offsets;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.schemas.Topic;

/**
 * Several stages on one test bed, one after the other.
 *
 * @param settings of the service, beyond the usual
 * @param rounds how often each rate is measured
 */
record LatencyRun(List<String> settings, List<Integer> rates, int rounds, Duration length, PrintStream progress) {

    private static final int WARM_UP_RATE = 1_000;
    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(5);

    /** What came of every round, by rate. */
    Map<Integer, List<Passed>> measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var reader = new StatusReader(bed);
                var feeder = Feeder.ofSingles(bed)) {
            var service = bed.startLifecycle(settings);
            register(bed, population, reader);
            awaitReads(bed);
            return stages(new Stages(new OpenLoop(population, feeder), reader, service, bed.broker(), progress));
        }
    }

    private int residents() {
        return Stage.changesIn(WARM_UP_RATE, length)
                + rounds
                        * rates.stream()
                                .mapToInt(rate -> Stage.changesIn(rate, length))
                                .sum();
    }

    private void register(Bed bed, Population population, StatusReader reader) throws InterruptedException {
        var residents = residents();
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

    /** The service's own reads, which would still be busy with what was registered. */
    private static void awaitReads(Bed bed) throws InterruptedException {
        try (var offsets = new Offsets(bed)) {
            offsets.awaitCaughtUp(
                    "tenkyo-lifecycle-reads",
                    List.of(Topic.CERTIFICATE_STATUS.topicName(), Topic.CERTIFICATE_EVENTS.topicName()),
                    REGISTERED_WITHIN);
        }
    }

    private Map<Integer, List<Passed>> stages(Stages stages) throws InterruptedException {
        var passed = new HashMap<Integer, List<Passed>>();
        stages.run(0, WARM_UP_RATE, length);
        var next = Stage.changesIn(WARM_UP_RATE, length);
        for (var round = 0; round < rounds; round++) {
            for (var rate : rates) {
                passed.computeIfAbsent(rate, _ -> new ArrayList<>()).add(stages.run(next, rate, length));
                next += Stage.changesIn(rate, length);
            }
        }
        return passed;
    }
}
