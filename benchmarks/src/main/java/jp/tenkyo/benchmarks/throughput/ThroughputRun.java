package jp.tenkyo.benchmarks.throughput;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Drain;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One after the other on one broker, each alone with it: the service, what stands for it, and a mere copy. */
record ThroughputRun(Sizes sizes, PrintStream progress) {

    private static final Duration FOR_ALL = Duration.ofMinutes(30);
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    /**
     * What came of it.
     *
     * @param issues and changes: the service's
     * @param footprint of a change
     */
    record Outcome(
            Drain.Pace issues, Drain.Pace changes, Footprint footprint, Drain.Pace stateful, Drain.Pace passThrough) {

        /** How much of the stateful topology's pace is left where decisions are taken as well. */
        double share() {
            return changes.perSecond() / stateful.perSecond();
        }
    }

    Outcome measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var feeder = Feeder.ofBacklog(bed)) {
            var issues = issues(bed, population, feeder);
            var changes = changes(bed, issues.service, population, feeder);
            issues.service.close();
            feedBare(bed, population, feeder);
            var stateful = stateful(bed, changes.footprint);
            return new Outcome(issues.pace, changes.pace, changes.footprint, stateful, passThrough(bed));
        }
    }

    private record Issues(JavaProcess service, Drain.Pace pace) {}

    private record Changes(Drain.Pace pace, Footprint footprint) {}

    /** Issue requests alone: what an import of existing certificates is. */
    Drain.Pace issues() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var feeder = Feeder.ofBacklog(bed)) {
            return issues(bed, population, feeder).pace;
        }
    }

    private Issues issues(Bed bed, Population population, Feeder feeder) throws IOException, InterruptedException {
        feeder.sendAll(IntStream.range(0, sizes.residents())
                .boxed()
                .flatMap(resident -> Stream.of(
                        population.issue(resident, CertificateKind.SIGNING),
                        population.issue(resident, CertificateKind.AUTHENTICATION))));
        var service = bed.startLifecycle(List.of());
        var drain = new Drain(bed, service, Service.DECISIONS, Topic.CERTIFICATE_REQUESTS.topicName());
        return new Issues(
                service,
                drain.watch(sizes.issues(), sizes.warmUpIssuesMax(), FOR_ALL).toldTo(progress, "issue requests"));
    }

    private Changes changes(Bed bed, JavaProcess service, Population population, Feeder feeder)
            throws IOException, InterruptedException {
        bed.awaitReads(CAUGHT_UP_WITHIN);
        var topics = Stream.of(Service.OUTPUTS, Service.DECISION_CHANGELOGS, Service.READ_CHANGELOGS)
                .flatMap(List::stream)
                .toList();
        var written = Written.since(bed, topics);
        feeder.sendAll(IntStream.range(0, sizes.residents()).mapToObj(population::move));
        var drain = new Drain(bed, service, Service.DECISIONS, Topic.RESIDENT_CHANGES.topicName());
        var pace = drain.watch(sizes.residents(), sizes.warmUpChangesMax(), FOR_ALL)
                .toldTo(progress, "changes");
        bed.awaitReads(CAUGHT_UP_WITHIN);
        return new Changes(pace, written.forEachOf(sizes.residents()));
    }

    /** The same changes, as often as it takes, on a topic that the service does not read. */
    private void feedBare(Bed bed, Population population, Feeder feeder) {
        var names = new ArrayList<>(BareStateful.topics());
        names.addAll(List.of(BareStreams.INPUTS, PassThrough.OUTPUT));
        try (var admin = bed.admin()) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, Bed.LAYOUT.partitions(), Bed.LAYOUT.replicationFactor()))
                            .toList())
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        var changes = IntStream.range(0, sizes.residents())
                .mapToObj(population::move)
                .map(change ->
                        new ProducerRecord<>(BareStreams.INPUTS, null, change.key(), change.value(), change.headers()))
                .toList();
        feeder.sendAll(IntStream.range(0, sizes.bareInputs()).mapToObj(i -> changes.get(i % changes.size())));
    }

    private Drain.Pace stateful(Bed bed, Footprint footprint) throws IOException, InterruptedException {
        var file = bed.folder().resolve("footprint");
        footprint.write(file);
        try (var process = bed.start(BareStateful.class, arguments(bed, file.toString()))) {
            return bare("bare stateful", new Bare(bed, process, BareStateful.APPLICATION));
        }
    }

    private Drain.Pace passThrough(Bed bed) throws IOException, InterruptedException {
        try (var process = bed.start(PassThrough.class, arguments(bed))) {
            return bare("pass-through", new Bare(bed, process, PassThrough.APPLICATION));
        }
    }

    private static List<String> arguments(Bed bed, String... more) {
        return Stream.concat(
                        Stream.of(
                                bed.bootstrapServers(),
                                bed.folder().resolve("bare").toString()),
                        Stream.of(more))
                .toList();
    }

    private record Bare(Bed bed, JavaProcess process, String application) {}

    private Drain.Pace bare(String name, Bare bare) throws IOException, InterruptedException {
        var drain = new Drain(bare.bed, bare.process, bare.application, BareStreams.INPUTS);
        return drain.watch(sizes.bareInputs(), sizes.warmUpBareMax(), sizes.length())
                .toldTo(progress, name);
    }
}
