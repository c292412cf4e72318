package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;
import jp.tenkyo.benchmarks.bed.Feeder;
import org.HdrHistogram.Histogram;

/**
 * How soon a subscriber of the feed and a receiver of webhooks hear of a revocation while a thousand come each second:
 * from the instant at which its status was to be written to the topic until the subscriber has it.
 */
public final class ChannelsBenchmark implements Benchmark {

    private static final int A_SECOND = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration COME_WITHIN = Duration.ofMinutes(2);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_MILLI = 1e3;

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public String says() {
        return "from a revocation's status to whoever is told last, by feed and webhook, at 1,000 a second: p99";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(1_000, "ms");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    private static Duration length(Effort effort) {
        return Duration.ofSeconds(effort == Effort.SMOKE ? 1 : effort == Effort.QUICK ? 10 : 20);
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var rounds = Math.max(1, effort.samples());
        var warmUp = (int) (A_SECOND * WARM_UP.toSeconds());
        var count = (int) (A_SECOND * length(effort).toSeconds());
        var samples = new LinkedHashMap<String, List<Double>>();
        var certificates = warmUp + rounds * count + 1;
        try (var bed = StatusBed.start(
                _ -> Subscriber.settings(), statuses -> StatusBed.good(statuses, certificates), certificates)) {
            revoke(bed, Statuses.FIRST_SERIAL, warmUp);
            for (var i = 0; i < rounds; i++) {
                progress.println("  round " + (i + 1));
                var heard = revoke(bed, Statuses.FIRST_SERIAL + warmUp + (long) i * count, count);
                heard.forEach((channel, delays) -> keep(samples, channel, delays));
                var last = heard.values().stream()
                        .mapToDouble(delays -> millis(delays, 99))
                        .max()
                        .orElseThrow();
                samples.computeIfAbsent(name(), _ -> new ArrayList<>()).add(last);
                progress.printf("    p99 %,.0f ms%n", last);
            }
        }
        var slowest = samples.remove(name());
        var beside = samples.entrySet().stream()
                .map(figure -> new Figure(figure.getKey(), "ms", figure.getValue()))
                .toList();
        return new Findings(slowest == null ? List.of() : slowest, beside, List.of());
    }

    private static void keep(Map<String, List<Double>> samples, String channel, Histogram delays) {
        for (var percentile : List.of(50.0, 99.0, 100.0)) {
            var what = percentile == 100 ? "longest" : "p%.0f".formatted(percentile);
            samples.computeIfAbsent(channel + ": " + what, _ -> new ArrayList<>())
                    .add(millis(delays, percentile));
        }
    }

    private static double millis(Histogram delays, double percentile) {
        return delays.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** Whatever is late in being sent counts from when it was due. */
    private static Map<String, Histogram> revoke(StatusBed bed, long first, int count)
            throws IOException, InterruptedException {
        var feed = new Arrivals(first, count);
        var webhook = new Arrivals(first, count);
        var dueAt = new long[count];
        try (var _ = new Subscriber(bed.port(), feed, webhook);
                var feeder = Feeder.ofSingles(bed.bed())) {
            var began = System.nanoTime();
            for (var i = 0; i < count; i++) {
                dueAt[i] = began + (long) (i * NANOS_PER_SECOND / A_SECOND);
                LockSupport.parkNanos(dueAt[i] - System.nanoTime());
                feeder.send(bed.statuses().revoked(first + i));
            }
            feeder.flush();
            if (!feed.await(COME_WITHIN) || !webhook.await(COME_WITHIN)) {
                throw new IOException("Of %d revocations %d are missing in the feed, %d of the webhooks"
                        .formatted(count, feed.missing(), webhook.missing()));
            }
        }
        return Map.of("feed", feed.delays(dueAt), "webhook", webhook.delays(dueAt));
    }
}
