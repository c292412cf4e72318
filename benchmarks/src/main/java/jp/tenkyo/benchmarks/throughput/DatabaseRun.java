package jp.tenkyo.benchmarks.throughput;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Drain;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.benchmarks.database.DatabaseService;
import jp.tenkyo.schemas.Topic;

/** The same residents, requests and changes as for lifecycle-service, with a database instead of Kafka Streams. */
record DatabaseRun(Sizes sizes, PrintStream progress) {

    private static final Duration FOR_ALL = Duration.ofMinutes(30);
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(1);

    /**
     * What came of it.
     *
     * @param footprint of a change, outputs alone
     */
    record Outcome(Drain.Pace issues, Drain.Pace changes, Footprint footprint) {}

    Outcome measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var feeder = Feeder.ofBacklog(bed)) {
            var service = start(bed, population, feeder);
            var issues = issues(bed, service);
            var written = Written.since(bed, Service.OUTPUTS);
            feeder.sendAll(IntStream.range(0, sizes.residents()).mapToObj(population::move));
            var drain = new Drain(bed, service, DatabaseService.APPLICATION, Topic.RESIDENT_CHANGES.topicName());
            var changes = drain.watch(sizes.residents(), sizes.warmUpChangesMax(), FOR_ALL)
                    .toldTo(progress, "consumer with PostgreSQL, changes");
            return new Outcome(issues, changes, written.forEachOf(sizes.residents()));
        }
    }

    /** Issue requests alone. */
    Drain.Pace issues() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var feeder = Feeder.ofBacklog(bed)) {
            return issues(bed, start(bed, population, feeder));
        }
    }

    private JavaProcess start(Bed bed, Population population, Feeder feeder) throws IOException, InterruptedException {
        feeder.sendAll(IntStream.range(0, sizes.residents())
                .boxed()
                .flatMap(resident -> Stream.of(
                        population.issue(resident, CertificateKind.SIGNING),
                        population.issue(resident, CertificateKind.AUTHENTICATION))));
        var service = bed.start(
                DatabaseService.class,
                List.of(
                        bed.bootstrapServers(),
                        String.valueOf(bed.registry().get("schema.registry.url")),
                        bed.folder().resolve("database").toString()));
        var database = Long.parseLong(service.awaitLine(DatabaseService.STARTED, STARTED_WITHIN));
        return service.with(ProcessHandle.of(database).orElseThrow());
    }

    private Drain.Pace issues(Bed bed, JavaProcess service) throws IOException, InterruptedException {
        var drain = new Drain(bed, service, DatabaseService.APPLICATION, Topic.CERTIFICATE_REQUESTS.topicName());
        return drain.watch(sizes.issues(), sizes.warmUpIssuesMax(), FOR_ALL)
                .toldTo(progress, "consumer with PostgreSQL, issue requests");
    }
}
