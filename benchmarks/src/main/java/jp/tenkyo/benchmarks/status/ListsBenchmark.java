package jp.tenkyo.benchmarks.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;
import jp.tenkyo.stack.ca.IssuerFiles;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a revocation list of a million entries takes: the round that makes, checks and publishes the full list and that
 * of the one municipality beside it, as the service's own metric says, and the bytes of an entry.
 */
public final class ListsBenchmark implements Benchmark {

    private static final int ENTRIES = 1_000_000;
    private static final int ENTRIES_OF_SMOKE = 1_000;
    private static final Duration MADE_WITHIN = Duration.ofMinutes(10);
    private static final int LOOK_EVERY_SECONDS = 1;
    private static final int OK = 200;

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String says() {
        return "making, checking and publishing the lists of an issuer with a million revoked certificates";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(10, "s");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var entries = effort == Effort.SMOKE ? ENTRIES_OF_SMOKE : ENTRIES;
        var seconds = new ArrayList<Double>();
        var bytes = new ArrayList<Double>();
        for (var i = 0; i < Math.max(1, effort.samples()); i++) {
            progress.println("  round " + (i + 1));
            measure(entries, seconds, bytes);
            progress.printf("    %.1f s, %.1f bytes an entry%n", seconds.getLast(), bytes.getLast());
        }
        return new Findings(seconds, List.of(new Figure("bytes of an entry", "bytes (aim ≤ 40)", bytes)), List.of());
    }

    private static void measure(int entries, List<Double> seconds, List<Double> bytes)
            throws IOException, InterruptedException {
        try (var bed = StatusBed.start(ListsBenchmark::settings, statuses -> records(statuses, entries), entries + 1);
                var http = HttpClient.newHttpClient()) {
            var service = new Service(http, bed.port(), bed.issuer().keyId());
            var until = System.nanoTime() + MADE_WITHIN.toNanos();
            // A first list may have been made while the table was still being filled.
            while (service.metric("tenkyo_lists_entries") < entries) {
                if (System.nanoTime() > until) {
                    throw new IOException("There is no list of all entries after " + MADE_WITHIN);
                }
                TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS);
            }
            seconds.add(service.metric("tenkyo_lists_build_seconds_max"));
            bytes.add((double) service.list().length / entries);
        }
    }

    /** All revoked, and a good one behind them by which to know that the table has them all. */
    private static Stream<ProducerRecord<byte[], byte[]>> records(Statuses statuses, int entries) {
        var end = Statuses.FIRST_SERIAL + entries;
        return Stream.concat(
                LongStream.range(Statuses.FIRST_SERIAL, end).mapToObj(statuses::revoked),
                Stream.of(statuses.good(end)));
    }

    private static List<String> settings(List<IssuerFiles> issuers) {
        var issuer = issuers.getLast();
        return List.of(
                "--tenkyo.lists.signers[0].certificate=" + issuer.listsCertificate(),
                "--tenkyo.lists.signers[0].key=" + issuer.listsKey(),
                "--tenkyo.lists.build-every=10s",
                "--tenkyo.lists.full-every=10s");
    }

    /** The service, as an operator and a verifier ask it. */
    private record Service(HttpClient http, int port, String issuerKeyId) {

        double metric(String name) throws IOException, InterruptedException {
            var text = new String(get("/actuator/prometheus"), UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith(name + "{") && line.contains(issuerKeyId))
                    .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .filter(value -> !value.isNaN())
                    .findFirst()
                    .orElse(0.0);
        }

        byte[] list() throws IOException, InterruptedException {
            return get("/lists/" + issuerKeyId + ".crl");
        }

        private byte[] get(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IOException(path + " is answered with " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
