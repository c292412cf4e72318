package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;
import jp.tenkyo.benchmarks.Plot;

/** What a holder takes on disk, in changelogs and in memory, and how long an instance takes to have all of them. */
public final class SizeBenchmark implements Benchmark {

    private static final int SMALLEST = 100_000;
    private static final int MIDDLE = 1_000_000;
    private static final int LARGEST = 10_000_000;
    private static final int SMOKE = 2_000;

    /** 100 million holders on 100 GB. */
    private static final int BYTES_MAX = 1_000;

    private static final double MB = 1 << 20;

    @Override
    public String name() {
        return "size";
    }

    @Override
    public String says() {
        return "state on the disk of an instance, of a holder with two certificates, where most are stored";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(BYTES_MAX, "bytes");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    /** 10 million once, the rest as often as is asked for. */
    private static List<Integer> sizes(Effort effort, int run) {
        return switch (effort) {
            case SMOKE -> List.of(SMOKE);
            case QUICK -> List.of(SMALLEST);
            case USUAL -> List.of(SMALLEST, MIDDLE);
            case FULL -> run == 0 ? List.of(SMALLEST, MIDDLE, LARGEST) : List.of(SMALLEST, MIDDLE);
        };
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var outcomes = new ArrayList<SizeRun.Outcome>();
        for (var run = 0; run < Math.max(1, effort.samples()); run++) {
            for (var holders : sizes(effort, run)) {
                outcomes.add(new SizeRun(holders, progress).measure());
            }
        }
        var sizes = sizes(effort, 0);
        return new Findings(
                of(sizes.getLast(), outcomes).stream()
                        .map(one -> one.perHolder(one.disk().state()))
                        .toList(),
                sizes.stream()
                        .flatMap(holders -> figures(holders, of(holders, outcomes)))
                        .toList(),
                List.of(plot(sizes, outcomes)));
    }

    private static List<SizeRun.Outcome> of(int holders, List<SizeRun.Outcome> outcomes) {
        return outcomes.stream().filter(one -> one.holders() == holders).toList();
    }

    private static Stream<Figure> figures(int holders, List<SizeRun.Outcome> outcomes) {
        return Stream.of(
                figure(
                        "state of the decisions, of %,d",
                        "bytes a holder",
                        holders,
                        outcomes,
                        one -> one.perHolder(one.disk().decisions())),
                figure(
                        "state of the reads, of %,d",
                        "bytes a holder",
                        holders,
                        outcomes,
                        one -> one.perHolder(one.disk().reads())),
                figure(
                        "changelogs of the decisions, of %,d",
                        "bytes a holder",
                        holders,
                        outcomes,
                        one -> one.perHolder(one.disk().decisionChangelogs())),
                figure(
                        "changelogs of the reads, of %,d",
                        "bytes a holder",
                        holders,
                        outcomes,
                        one -> one.perHolder(one.disk().readChangelogs())),
                figure(
                        "inputs and outputs in the broker, of %,d",
                        "bytes a holder",
                        holders,
                        outcomes,
                        one -> one.perHolder(one.disk().inputsAndOutputs())),
                figure(
                        "memory of the process, with %,d",
                        "MB", holders, outcomes, one -> one.memory().resident() / MB),
                figure(
                        "objects on its heap, with %,d",
                        "MB", holders, outcomes, one -> one.memory().heap() / MB),
                figure(
                        "until ready, with %,d on disk",
                        "s", holders, outcomes, one -> one.times().again()),
                figure(
                        "until ready, with %,d to restore",
                        "s", holders, outcomes, one -> one.times().restored()),
                figure(
                        "until another instance has taken over %,d",
                        "s", holders, outcomes, one -> one.times().takenOver()));
    }

    private static Figure figure(
            String says,
            String unit,
            int holders,
            List<SizeRun.Outcome> outcomes,
            ToDoubleFunction<SizeRun.Outcome> of) {
        return new Figure(
                says.formatted(holders),
                unit,
                outcomes.stream().mapToDouble(of).boxed().toList());
    }

    private static Plot plot(List<Integer> sizes, List<SizeRun.Outcome> outcomes) {
        return new Plot(
                "Until an instance is ready, over the holders that it has",
                new Plot.Axis("holders", true),
                new Plot.Axis("seconds", true),
                List.of(
                        line(
                                "with its state on disk",
                                sizes,
                                outcomes,
                                one -> one.times().again()),
                        line(
                                "with its disk lost",
                                sizes,
                                outcomes,
                                one -> one.times().restored()),
                        line(
                                "another that has kept a copy",
                                sizes,
                                outcomes,
                                one -> one.times().takenOver())));
    }

    private static Plot.Line line(
            String name, List<Integer> sizes, List<SizeRun.Outcome> outcomes, ToDoubleFunction<SizeRun.Outcome> of) {
        return new Plot.Line(
                name,
                sizes.stream()
                        .map(holders -> new Plot.Point(
                                holders,
                                figure(name, "s", holders, of(holders, outcomes), of)
                                        .median()))
                        .toList());
    }
}
