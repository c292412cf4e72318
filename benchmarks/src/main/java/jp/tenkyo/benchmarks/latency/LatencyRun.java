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
import org.HdrHistogram.Histogram;

/**
 * Several stages on one test bed, one after the other.
 *
 * @param settings of the service, beyond the usual
 * @param rounds how often each rate is measured
 */
record LatencyRun(List<String> settings, List<Integer> rates, int rounds, Duration length, PrintStream progress) {

    private static final int WARM_UP_RATE = 1_000;
    private static final Duration LEAD = Duration.ofMillis(200);
    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(5);
    private static final Duration ARRIVED_WITHIN = Duration.ofMinutes(3);

    /** The delays of every round in microseconds, by rate. */
    Map<Integer, List<Histogram>> measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var reader = new StatusReader(bed);
                var feeder = Feeder.ofSingles(bed)) {
            bed.startLifecycle(settings);
            register(bed, population, reader);
            progress.println("  registered");
            return stages(new OpenLoop(population, feeder), reader);
        }
    }

    private int residents() {
        return warmUp(0).changes()
                + rounds
                        * rates.stream()
                                .mapToInt(rate -> Stage.changesIn(rate, length))
                                .sum();
    }

    private Stage warmUp(long beginsAt) {
        return Stage.from(0, WARM_UP_RATE, length, beginsAt);
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

    private Map<Integer, List<Histogram>> stages(OpenLoop loop, StatusReader reader) throws InterruptedException {
        var delays = new HashMap<Integer, List<Histogram>>();
        var next = run(loop, reader, warmUp(System.nanoTime() + LEAD.toNanos()), new ArrayList<>());
        for (var round = 0; round < rounds; round++) {
            for (var rate : rates) {
                var stage = Stage.from(next, rate, length, System.nanoTime() + LEAD.toNanos());
                next = run(loop, reader, stage, delays.computeIfAbsent(rate, _ -> new ArrayList<>()));
            }
        }
        return delays;
    }

    /** @return the first resident of the next stage */
    private int run(OpenLoop loop, StatusReader reader, Stage stage, List<Histogram> delays)
            throws InterruptedException {
        reader.watch(stage);
        var late = loop.run(stage);
        var found = reader.await(stage.changes(), ARRIVED_WITHIN);
        delays.add(found);
        progress.printf(
                "  %,6d a second: p50 %s, p99 %s, p99.9 %s ms; sent at most %.1f ms late%n",
                stage.rate(),
                Quantile.P50.text(found),
                Quantile.P99.text(found),
                Quantile.P999.text(found),
                late / 1e6);
        return stage.end();
    }
}
