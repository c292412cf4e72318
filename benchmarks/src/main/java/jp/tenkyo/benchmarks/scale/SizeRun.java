package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.benchmarks.bed.Offsets;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.schemas.Topic;

/** What so many holders with two certificates each take, and how long it takes to have them again. */
record SizeRun(int holders, PrintStream progress) {

    private static final Duration WITHIN = Duration.ofHours(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration QUIET_FOR = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final double SECOND = 1e9;

    /** One for each partition, and some more. */
    private static final int PROBES = 60;

    /** In bytes, on the disk of an instance, and as the broker keeps it. */
    record Disk(long decisions, long reads, long decisionChangelogs, long readChangelogs, long inputsAndOutputs) {

        long state() {
            return decisions + reads;
        }
    }

    /** In bytes: the whole process, and its heap's objects. */
    record Memory(long resident, long heap) {}

    /**
     * In seconds, until it is ready and has read all.
     *
     * @param again with its state on disk
     * @param restored with its disk lost
     * @param takenOver from when an instance is killed until another, which has kept a copy, has decided inputs of all
     *     partitions
     */
    record Times(double again, double restored, double takenOver) {}

    /** What came of it. */
    record Outcome(int holders, Disk disk, Memory memory, Times times) {

        double perHolder(long bytes) {
            return (double) bytes / holders;
        }
    }

    /** An instance and where it listens. */
    private record Instance(JavaProcess process, int port) {

        boolean isReady(HttpClient http) throws InterruptedException {
            var question = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)))
                    .build();
            try {
                return http.send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == OK;
            } catch (IOException e) {
                // It does not listen yet.
                return false;
            }
        }

        void awaitReady() throws InterruptedException {
            try (var http = HttpClient.newHttpClient()) {
                for (var until = System.nanoTime() + WITHIN.toNanos(); !isReady(http); Thread.sleep(LOOK_EVERY)) {
                    process.failIfEnded();
                    if (System.nanoTime() > until) {
                        throw process.problem("is not ready after " + WITHIN);
                    }
                }
            }
        }
    }

    Outcome measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var feeder = Feeder.ofBacklog(bed)) {
            var first = start(bed, "first", List.of());
            register(bed, population, feeder);
            first.awaitReady();
            var memory = new Memory(first.process.residentBytes(), first.process.heapBytes());
            first.process.close();
            var disk = disk(bed);
            var again = secondsToStart(bed);
            delete(bed.stateFolder("first"));
            var restored = secondsToStart(bed);
            var takenOver = secondsToTakeOver(bed, population, feeder);
            return told(new Outcome(holders, disk, memory, new Times(again, restored, takenOver)));
        }
    }

    private static Instance start(Bed bed, String instance, List<String> settings)
            throws IOException, InterruptedException {
        var port = Bed.freePort();
        return new Instance(bed.startLifecycle(instance, port, settings), port);
    }

    private void register(Bed bed, Population population, Feeder feeder) throws InterruptedException {
        progress.printf("  registering two certificates of %,d residents%n", holders);
        feeder.sendAll(IntStream.range(0, holders)
                .boxed()
                .flatMap(resident -> Stream.of(
                        population.issue(resident, CertificateKind.SIGNING),
                        population.issue(resident, CertificateKind.AUTHENTICATION))));
        awaitDecided(bed, Topic.CERTIFICATE_REQUESTS);
        bed.awaitReads(WITHIN);
    }

    private static void awaitDecided(Bed bed, Topic topic) throws InterruptedException {
        try (var offsets = new Offsets(bed)) {
            offsets.awaitPassed(Instances.DECISIONS, topic.topicName(), offsets.endsOf(topic.topicName()), WITHIN);
        }
    }

    /** Starts it and stops it again, when it is ready. */
    private static double secondsToStart(Bed bed) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var instance = start(bed, "first", List.of());
        instance.awaitReady();
        var took = (System.nanoTime() - begun) / SECOND;
        instance.process.close();
        return took;
    }

    private double secondsToTakeOver(Bed bed, Population population, Feeder feeder)
            throws IOException, InterruptedException {
        var first = start(bed, "first", Instances.SETTINGS);
        first.awaitReady();
        var second = start(bed, "second", Instances.SETTINGS);
        try (var group = new Group(bed, Instances.DECISIONS)) {
            group.await(2, second.process, WITHIN);
            awaitQuiet(bed.stateFolder("second"));
            var begun = System.nanoTime();
            first.process.kill();
            delete(bed.stateFolder("first"));
            feeder.sendAll(IntStream.range(0, PROBES).mapToObj(population::move));
            awaitDecided(bed, Topic.RESIDENT_CHANGES);
            return (System.nanoTime() - begun) / SECOND;
        }
    }

    /** Waits until a copy grows no more. */
    private static void awaitQuiet(Path folder) throws InterruptedException {
        for (var before = -1L; before != bytes(folder, _ -> true); Thread.sleep(QUIET_FOR)) {
            before = bytes(folder, _ -> true);
        }
    }

    private static Disk disk(Bed bed) {
        var state = bed.stateFolder("first");
        var readChangelogs = logs(bed, Bed.READS);
        return new Disk(
                bytes(state.resolve(Instances.DECISIONS), _ -> true),
                bytes(state.resolve(Bed.READS), _ -> true),
                logs(bed, Instances.DECISIONS) - readChangelogs,
                readChangelogs,
                Topic.withSchema().stream()
                        .mapToLong(topic -> logs(bed, topic.topicName()))
                        .sum());
    }

    /** Of the records of topics that begin so; the broker's indices are files with holes. */
    private static long logs(Bed bed, String topics) {
        return bytes(bed.brokerFiles(), file -> file.startsWith(topics + "-") && file.endsWith(".log"));
    }

    /** Of all files below whose path is such. */
    private static long bytes(Path folder, Predicate<String> isSuch) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isSuch.test(folder.relativize(file).toString()))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (UncheckedIOException | IOException e) {
            // A file has vanished meanwhile: so it is not quiet.
            return -System.nanoTime();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Outcome told(Outcome outcome) {
        progress.printf(
                "  %,d holders: bytes of each on disk %.0f, in changelogs %.0f, in inputs and outputs %.0f; memory %,d MB,"
                        + " of it heap %,d MB; ready again after %.1f s, without its disk after %.1f s; taken over after"
                        + " %.1f s%n",
                holders,
                outcome.perHolder(outcome.disk.state()),
                outcome.perHolder(outcome.disk.decisionChangelogs + outcome.disk.readChangelogs),
                outcome.perHolder(outcome.disk.inputsAndOutputs),
                outcome.memory.resident >> 20,
                outcome.memory.heap >> 20,
                outcome.times.again,
                outcome.times.restored,
                outcome.times.takenOver);
        return outcome;
    }
}
