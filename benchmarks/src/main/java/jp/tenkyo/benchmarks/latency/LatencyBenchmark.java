package jp.tenkyo.benchmarks.latency;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;
import jp.tenkyo.benchmarks.Plot;

/**
 * From the instant at which a change was to be sent to the instant at which a reader of committed records has its
 * status in hand, with sender, reader, broker, registry and service on one machine.
 */
public final class LatencyBenchmark implements Benchmark {

    private static final String COMMIT_INTERVAL =
            "--spring.cloud.stream.kafka.streams.binder.configuration.commit.interval.ms=";
    private static final List<Integer> COMMIT_INTERVALS = List.of(100, 300, 1_000, 3_000);

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String says() {
        return "from a change to its readable status, p99 at 1,000 changes a second";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(250, "ms");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var plan = Plan.of(effort);
        var rounds = new LatencyRun(List.of(), plan, progress).measure();
        var delays = rounds.byRate();
        var plots = new ArrayList<>(List.of(overRate(delays)));
        if (effort == Effort.FULL) {
            plots.add(overCommitInterval(plan, progress));
        }
        return new Findings(
                samples(Quantile.P99, delays.getOrDefault(Plan.RATE_AIMED_AT, List.of())), figures(rounds), plots);
    }

    private static List<Double> samples(Quantile quantile, List<Passed> passed) {
        return passed.stream().map(one -> quantile.of(one.delays())).toList();
    }

    private static List<Figure> figures(LatencyRun.Rounds rounds) {
        var byRate = Plan.RATES.stream()
                .flatMap(rate -> figures(
                        "%,d changes a second".formatted(rate), rounds.byRate().getOrDefault(rate, List.of())));
        var nearMaximum = Stream.concat(
                Stream.of(new Figure(
                        "80 % of the maximum",
                        "changes a second",
                        rounds.nearMaximum().stream()
                                .map(one -> (double) one.rate())
                                .toList())),
                figures("80 % of the maximum", rounds.nearMaximum()));
        return Stream.concat(byRate, nearMaximum).toList();
    }

    private static Stream<Figure> figures(String rate, List<Passed> passed) {
        var quantiles = Stream.of(Quantile.values())
                .map(quantile -> new Figure(quantile + " at " + rate, "ms", samples(quantile, passed)));
        var busy = Stream.of(
                new Figure(
                        "busy with " + rate + ": service",
                        "processors",
                        passed.stream().map(Passed::serviceBusy).toList()),
                new Figure(
                        "busy with " + rate + ": broker",
                        "processors",
                        passed.stream().map(Passed::brokerBusy).toList()));
        return Stream.concat(quantiles, busy);
    }

    private static Plot overRate(Map<Integer, List<Passed>> delays) {
        var lines = Stream.of(Quantile.values())
                .map(quantile -> new Plot.Line(
                        quantile.toString(),
                        Plan.RATES.stream()
                                .map(rate ->
                                        new Plot.Point(rate, median(quantile, delays.getOrDefault(rate, List.of()))))
                                .toList()))
                .toList();
        return new Plot(
                "From a change to its readable status, over the rate of changes",
                new Plot.Axis("changes a second", true),
                new Plot.Axis("milliseconds", true),
                lines);
    }

    /** While there is a backlog this interval rules; while there is none, the service commits sooner by itself. */
    private static Plot overCommitInterval(Plan plan, PrintStream progress) throws IOException, InterruptedException {
        var byInterval = new ArrayList<Map<Integer, List<Passed>>>();
        for (var interval : COMMIT_INTERVALS) {
            progress.println("  commit.interval.ms " + interval);
            byInterval.add(new LatencyRun(List.of(COMMIT_INTERVAL + interval), plan.once(), progress)
                    .measure()
                    .byRate());
        }
        var lines = Plan.RATES.stream()
                .map(rate -> new Plot.Line("p99 at %,d changes a second".formatted(rate), points(byInterval, rate)))
                .toList();
        return new Plot(
                "p99 over commit.interval.ms",
                new Plot.Axis("commit.interval.ms", true),
                new Plot.Axis("milliseconds", true),
                lines);
    }

    private static List<Plot.Point> points(List<Map<Integer, List<Passed>>> byInterval, int rate) {
        var points = new ArrayList<Plot.Point>();
        for (var i = 0; i < COMMIT_INTERVALS.size(); i++) {
            var delays = byInterval.get(i).getOrDefault(rate, List.of());
            points.add(new Plot.Point(COMMIT_INTERVALS.get(i), median(Quantile.P99, delays)));
        }
        return points;
    }

    private static double median(Quantile quantile, List<Passed> passed) {
        return new Figure(quantile.toString(), "ms", samples(quantile, passed)).median();
    }
}
