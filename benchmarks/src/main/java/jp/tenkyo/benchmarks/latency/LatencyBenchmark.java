package jp.tenkyo.benchmarks.latency;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
            for (var knob : Knob.ALL) {
                plots.add(over(knob, delays, progress));
            }
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

    /** @param usual what came of the usual value */
    private static Plot over(Knob knob, Map<Integer, List<Passed>> usual, PrintStream progress)
            throws IOException, InterruptedException {
        var byValue = new TreeMap<Integer, Map<Integer, List<Passed>>>(Map.of(knob.usual(), usual));
        for (var value : knob.others()) {
            progress.println("  " + knob.argument(value));
            byValue.put(
                    value,
                    new LatencyRun(List.of(knob.argument(value)), Plan.of(Effort.QUICK), progress)
                            .measure()
                            .byRate());
        }
        var lines = Plan.RATES.stream()
                .map(rate -> new Plot.Line("p99 at %,d changes a second".formatted(rate), points(byValue, rate)))
                .toList();
        return new Plot(
                "p99 over " + knob.name(),
                new Plot.Axis(knob.name(), true),
                new Plot.Axis("milliseconds", true),
                lines);
    }

    private static List<Plot.Point> points(Map<Integer, Map<Integer, List<Passed>>> byValue, int rate) {
        return byValue.entrySet().stream()
                .map(one -> new Plot.Point(
                        one.getKey(), median(Quantile.P99, one.getValue().getOrDefault(rate, List.of()))))
                .toList();
    }

    private static double median(Quantile quantile, List<Passed> passed) {
        return new Figure(quantile.toString(), "ms", samples(quantile, passed)).median();
    }
}
