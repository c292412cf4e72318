package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;
import jp.tenkyo.benchmarks.bed.Feeder;
import org.HdrHistogram.Histogram;

/**
 * Answers a second of one status-service against a bare server that sends the same bytes, and against {@code openssl
 * ocsp}; and how soon a revocation is answered while a thousand come each second. Clients, servers and broker share one
 * machine.
 */
public final class OcspBenchmark implements Benchmark {

    private static final int HOT = 10_000;
    private static final int NEVER_ASKED = 10_000;
    private static final int CLIENTS = 8;
    private static final int REVOCATIONS_A_SECOND = 1_000;
    private static final double MICROS_PER_MILLI = 1e3;

    @Override
    public String name() {
        return "ocsp";
    }

    @Override
    public String says() {
        return "OCSP answers a second, of those of a bare server with the same bytes";
    }

    @Override
    public Aim aim() {
        return Aim.atLeast(0.5, "of the bare server");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    private static Duration length(Effort effort) {
        return Duration.ofSeconds(effort == Effort.SMOKE ? 1 : effort == Effort.QUICK ? 4 : 8);
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var rounds = Math.max(1, effort.samples());
        var revoked = (int) (REVOCATIONS_A_SECOND * length(effort).toSeconds());
        try (var bed = StatusBed.start(HOT + rounds * NEVER_ASKED + revoked)) {
            var round = new Round(bed, length(effort), progress);
            round.warmUp();
            for (var i = 0; i < rounds; i++) {
                progress.println("  round " + (i + 1));
                round.measure(Statuses.FIRST_SERIAL + HOT + (long) i * NEVER_ASKED);
            }
            round.revoke(Statuses.FIRST_SERIAL + HOT + (long) rounds * NEVER_ASKED, revoked);
            return round.findings();
        }
    }

    /** All that is measured side by side. */
    private static final class Round {

        private final StatusBed bed;
        private final Duration length;
        private final PrintStream progress;
        private final byte[][] hot;
        private final Map<String, List<Double>> samples = new LinkedHashMap<>();

        Round(StatusBed bed, Duration length, PrintStream progress) {
            this.bed = bed;
            this.length = length;
            this.progress = progress;
            this.hot = requests(Statuses.FIRST_SERIAL, HOT);
        }

        private byte[][] requests(long first, int count) {
            return LongStream.range(first, first + count)
                    .mapToObj(bed.questions()::of)
                    .toArray(byte[][]::new);
        }

        private Load load(int port, byte[][] requests) {
            return new Load(port, CLIENTS, number -> requests[number % requests.length]);
        }

        void warmUp() throws IOException, InterruptedException {
            load(bed.port(), hot).each(HOT);
            load(bed.port(), hot).most(length);
        }

        void measure(long neverAsked) throws IOException, InterruptedException {
            take(
                    "first-time answers",
                    load(bed.port(), requests(neverAsked, NEVER_ASKED)).each(NEVER_ASKED));
            var nonces = IntStream.range(0, HOT).mapToObj(this::withNonce).toArray(byte[][]::new);
            take("answers with a nonce", load(bed.port(), nonces).most(length));
            var ours = take("answers that are kept", load(bed.port(), hot).most(length));
            take("answers of the bare server", bare());
            take("answers of openssl ocsp", openssl());
            var half = load(bed.port(), hot).at(ours / 2, length);
            keep("at half the maximum: p50", half.getValueAtPercentile(50) / MICROS_PER_MILLI);
            keep("at half the maximum: p99", half.getValueAtPercentile(99) / MICROS_PER_MILLI);
            keep("at half the maximum: p99.9", half.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
        }

        private byte[] withNonce(int number) {
            try {
                return bed.questions().withNonce(Statuses.FIRST_SERIAL + number, number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private double bare() throws IOException, InterruptedException {
            var answer = bed.bed().folder().resolve("answer");
            try (var exchange = new Exchange(bed.port())) {
                Files.write(answer, exchange.ask(hot[0]));
            }
            try (var server =
                    bed.bed().start(BareServer.class, List.of(bed.bed().folder().toString(), answer.toString()))) {
                var port = Integer.parseInt(server.awaitLine(BareServer.READY, Duration.ofSeconds(30)));
                load(port, hot).most(length);
                return load(port, hot).most(length);
            }
        }

        private double openssl() throws IOException, InterruptedException {
            try (var server = OpenSslResponder.start(bed.bed().folder(), bed.issuer(), Statuses.FIRST_SERIAL, HOT)) {
                var once = LongStream.range(Statuses.FIRST_SERIAL, Statuses.FIRST_SERIAL + HOT)
                        .mapToObj(bed.questions()::once)
                        .toArray(byte[][]::new);
                return load(server.port(), once).most(length);
            }
        }

        void revoke(long first, int count) throws IOException, InterruptedException {
            var requests = requests(first, count);
            load(bed.port(), requests).each(count);
            try (var feeder = Feeder.ofSingles(bed.bed())) {
                var outcome =
                        new Revocations(bed.port(), requests, REVOCATIONS_A_SECOND).run(feeder, bed.statuses(), first);
                delays(outcome.delays());
                keep("good again after it was revoked", (double) outcome.goodAfterRevoked());
                if (outcome.goodAfterRevoked() > 0) {
                    throw new IllegalStateException(
                            outcome.goodAfterRevoked() + " answers said good after one had said revoked");
                }
            }
        }

        private void delays(Histogram delays) {
            keep(
                    "revocation sent to heard of, 1,000 a second: p50",
                    delays.getValueAtPercentile(50) / MICROS_PER_MILLI);
            keep(
                    "revocation sent to heard of, 1,000 a second: p99",
                    delays.getValueAtPercentile(99) / MICROS_PER_MILLI);
            keep("revocation sent to heard of, 1,000 a second: longest", delays.getMaxValue() / MICROS_PER_MILLI);
        }

        private double take(String what, double aSecond) {
            progress.printf("    %-30s %,10.0f a second%n", what, aSecond);
            keep(what, aSecond);
            return aSecond;
        }

        private void keep(String what, double value) {
            samples.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
        }

        Findings findings() {
            var figures = new ArrayList<Figure>();
            figures.add(new Figure(
                    "answers that are kept, of those of openssl ocsp",
                    "times",
                    ratios("answers that are kept", "answers of openssl ocsp")));
            samples.forEach((what, values) -> figures.add(new Figure(what, unit(what), values)));
            return new Findings(ratios("answers that are kept", "answers of the bare server"), figures, List.of());
        }

        private static String unit(String what) {
            return what.contains("answers") ? "a second" : what.startsWith("good") ? "answers" : "ms";
        }

        private List<Double> ratios(String of, String to) {
            var over = samples.getOrDefault(of, List.of());
            var under = samples.getOrDefault(to, List.of());
            return IntStream.range(0, over.size())
                    .mapToObj(i -> over.get(i) / under.get(i))
                    .toList();
        }
    }
}
