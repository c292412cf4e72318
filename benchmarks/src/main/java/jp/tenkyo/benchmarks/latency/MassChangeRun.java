package jp.tenkyo.benchmarks.latency;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.Offsets;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A city's address is written in another way, which ends nothing; an issuer's key is compromised, which ends all that
 * it has signed; very many certificates run out in one second, as at midnight: while changes of other residents go on
 * at a steady rate.
 */
record MassChangeRun(Sizes sizes, PrintStream progress) {

    private static final String DECISIONS = "tenkyo-lifecycle";
    private static final String COMPROMISED_KEY = "e7".repeat(20);
    private static final int ACCEPTED = 202;
    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(20);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration JUST_BEFORE = Duration.ofMillis(500);

    /** Changes a second: more than a hundred times what a day in late March brings. */
    private static final int DAILY_RATE = 200;

    /**
     * Corrections a second where they are sent at a pace: as the service's import sends them, unless told otherwise.
     */
    private static final int PACE = 1_000;

    /**
     * How much there is.
     *
     * @param corrected residents
     * @param compromised certificates
     * @param expiring certificates that run out together
     * @param usual how long daily changes are looked at alone
     * @param warmUpsMax stages that do not count
     */
    record Sizes(int corrected, int compromised, int expiring, Duration usual, int warmUpsMax) {

        static Sizes of(Effort effort, int compromised) {
            return switch (effort) {
                case SMOKE -> new Sizes(1_000, compromised, 1_000, Duration.ofSeconds(1), 0);
                case QUICK -> new Sizes(50_000, compromised, 20_000, Duration.ofSeconds(15), 8);
                case USUAL, FULL -> new Sizes(50_000, compromised, 200_000, Duration.ofSeconds(30), 8);
            };
        }

        int usualChanges() {
            return (int) usual.toSeconds() * DAILY_RATE;
        }

        /** For as long as so many holders take, should it go slowly. */
        static int meanwhileMax(int holders) {
            return DAILY_RATE * (30 + holders / 1_000);
        }

        /** Residents of whom the daily changes are. */
        int daily() {
            return warmUpsMax * Stages.WARM_UP_CHANGES
                    + usualChanges()
                    + 2 * meanwhileMax(corrected)
                    + meanwhileMax(compromised)
                    + meanwhileMax(expiring);
        }

        /** Residents who are corrected, or have a certificate of the compromised key, or both. */
        int others() {
            return Math.max(corrected, compromised);
        }

        /** How long it may take until all that will run out are registered. */
        Duration registering() {
            return Duration.ofSeconds(20 + expiring / 1_000);
        }
    }

    /**
     * One of the changes of very many.
     *
     * @param p99 of the daily changes meanwhile, in milliseconds
     */
    record Part(double p99, int holders, double seconds) {

        double perSecond() {
            return holders / seconds;
        }
    }

    /**
     * What came of it.
     *
     * @param usual p99 of the daily changes alone, in milliseconds
     * @param correction one that is sent at the import's pace
     * @param rushed one that is sent as fast as the broker takes it
     */
    record Outcome(double usual, Part correction, Part rushed, Part compromise, Part expiry) {

        double worse() {
            return Math.max(correction.p99, compromise.p99) / usual;
        }
    }

    Outcome measure() throws IOException, InterruptedException {
        try (var bed = Bed.start();
                var population = new Population(bed.registry());
                var reader = new StatusReader(bed);
                var singles = Feeder.ofSingles(bed);
                var bulk = Feeder.ofBacklog(bed)) {
            var port = Bed.freePort();
            var service = bed.startLifecycle("lifecycle-service", port, List.of());
            register(population, bulk, reader);
            var stages = new Stages(bed, new OpenLoop(population, singles), reader, service, progress);
            var next = stages.warmUp(sizes.warmUpsMax);
            var usual = Quantile.P99.of(
                    stages.run(next, sizes.usualChanges(), DAILY_RATE).delays());
            next += sizes.usualChanges();
            var correction = meanwhile(
                    stages, next, sizes.corrected, () -> correct(bed, paced(corrections(population, 2)), bulk));
            var rushed = meanwhile(
                    stages, correction.end(), sizes.corrected, () -> correct(bed, corrections(population, 3), bulk));
            var changed = reader.others();
            if (changed != 0) {
                throw new IllegalStateException("Corrections have changed %,d statuses".formatted(changed));
            }
            var compromise = meanwhile(stages, rushed.end(), sizes.compromised, () -> compromise(port, reader));
            awaitBefore(registerExpiring(population, bulk, reader));
            var expiry = meanwhile(stages, compromise.end(), sizes.expiring, () -> awaitOthers(reader, sizes.expiring));
            return new Outcome(
                    usual,
                    told("correction at %,d a second".formatted(PACE), correction, sizes.corrected),
                    told("correction all at once", rushed, sizes.corrected),
                    told("compromise", compromise, sizes.compromised),
                    told("expiry", expiry, sizes.expiring));
        }
    }

    private static Stages.Meanwhile meanwhile(Stages stages, int first, int holders, Stages.Work other)
            throws InterruptedException {
        return stages.runWhile(first, Sizes.meanwhileMax(holders), DAILY_RATE, other);
    }

    private void register(Population population, Feeder bulk, StatusReader reader) throws InterruptedException {
        progress.printf(
                "  registering certificates of %,d residents for daily changes, and of %,d others%n",
                sizes.daily(), sizes.others());
        reader.watch(new Stage(0, sizes.daily() + sizes.others(), 1, System.nanoTime()));
        bulk.sendAll(IntStream.range(0, sizes.daily())
                .boxed()
                .flatMap(resident -> Stream.of(
                        population.issue(resident, CertificateKind.SIGNING),
                        population.issue(resident, CertificateKind.AUTHENTICATION))));
        bulk.sendAll(IntStream.range(0, sizes.others())
                .mapToObj(other -> other < sizes.compromised
                        ? population.issue(resident(other), CertificateKind.SIGNING, COMPROMISED_KEY)
                        : population.issue(resident(other), CertificateKind.SIGNING)));
        reader.await(2 * sizes.daily() + sizes.others(), REGISTERED_WITHIN);
    }

    private int resident(int other) {
        return sizes.daily() + other;
    }

    private Stream<ProducerRecord<byte[], byte[]>> corrections(Population population, int recordNumber) {
        return IntStream.range(0, sizes.corrected)
                .mapToObj(other -> population.minorCorrection(resident(other), recordNumber));
    }

    /** At a rate that leaves room for others. */
    private static <T> Stream<T> paced(Stream<T> records) {
        var begun = System.nanoTime();
        var sent = new AtomicLong();
        return records.peek(_ -> LockSupport.parkNanos(
                begun + Math.round(sent.getAndIncrement() * Stage.SECOND / PACE) - System.nanoTime()));
    }

    /** Returns when all corrections are decided. */
    private static void correct(Bed bed, Stream<ProducerRecord<byte[], byte[]>> corrections, Feeder bulk)
            throws InterruptedException {
        bulk.sendAll(corrections);
        try (var offsets = new Offsets(bed)) {
            var topic = Topic.RESIDENT_CHANGES.topicName();
            offsets.awaitPassed(DECISIONS, topic, offsets.endsOf(topic), DONE_WITHIN);
        }
    }

    /** Returns when the last certificate of the key can be read as revoked. */
    private void compromise(int port, StatusReader reader) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var report = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/issuers/%s/compromise".formatted(port, COMPROMISED_KEY)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"requestId\": \"compromise-1\"}"))
                    .build();
            var answer = http.send(report, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != ACCEPTED) {
                throw new IOException("The report is answered with " + answer.statusCode() + ": " + answer.body());
            }
        }
        awaitOthers(reader, sizes.compromised);
    }

    /** Waits until that many certificates have ended that no stage is about. */
    private static void awaitOthers(StatusReader reader, int ended) throws InterruptedException {
        var deadline = System.nanoTime() + DONE_WITHIN.toNanos();
        while (reader.others() < ended) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Of %,d certificates %,d have ended after %d s"
                        .formatted(ended, reader.others(), DONE_WITHIN.toSeconds()));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** @return when they have run out: the second after the last in which they are valid */
    private Instant registerExpiring(Population population, Feeder bulk, StatusReader reader)
            throws InterruptedException {
        var midnight = Instant.now().plus(sizes.registering()).truncatedTo(ChronoUnit.SECONDS);
        var first = resident(sizes.others());
        progress.printf("  registering certificates of %,d residents that run out together%n", sizes.expiring);
        reader.watch(new Stage(first, sizes.expiring, 1, System.nanoTime()));
        bulk.sendAll(IntStream.range(first, first + sizes.expiring)
                .mapToObj(resident -> population.issueUntil(resident, midnight.minusSeconds(1))));
        reader.await(sizes.expiring, REGISTERED_WITHIN);
        reader.forgetOthers();
        if (!Instant.now().isBefore(midnight)) {
            throw new IllegalStateException("Registering took longer than "
                    + sizes.registering().toSeconds() + " s: nothing was left to run out");
        }
        return midnight;
    }

    /** Until just before it, so that changes are on their way when it comes. */
    private static void awaitBefore(Instant midnight) throws InterruptedException {
        var left = Duration.between(Instant.now(), midnight.minus(JUST_BEFORE));
        Thread.sleep(left.isNegative() ? Duration.ZERO : left);
    }

    private Part told(String name, Stages.Meanwhile meanwhile, int holders) {
        var part = new Part(
                Quantile.P99.of(meanwhile.delays()), holders, meanwhile.took().toNanos() / Stage.SECOND);
        progress.printf(
                "  %s of %,d in %.1f s: daily changes p50 %.1f, p99 %.1f ms meanwhile%n",
                name, holders, part.seconds, Quantile.P50.of(meanwhile.delays()), part.p99);
        return part;
    }
}
