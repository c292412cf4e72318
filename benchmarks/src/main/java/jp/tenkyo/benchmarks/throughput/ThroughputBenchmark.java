package jp.tenkyo.benchmarks.throughput;

import static jp.tenkyo.benchmarks.throughput.Service.DECISION_CHANGELOGS;
import static jp.tenkyo.benchmarks.throughput.Service.OUTPUTS;
import static jp.tenkyo.benchmarks.throughput.Service.READ_CHANGELOGS;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;

/**
 * Changes that lifecycle-service takes in while it works off a backlog, held against topologies that decide nothing.
 * Each change ends a certificate: the most that a change can cost.
 */
public final class ThroughputBenchmark implements Benchmark {

    /** What Let's Encrypt prepares to replace within a day. */
    private static final double MASS_EVENT = 200e6;

    private static final double SECONDS_PER_HOUR = 3600;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String says() {
        return "changes a second, as a share of a topology that stores and writes as much and decides nothing";
    }

    @Override
    public Aim aim() {
        return Aim.atLeast(0.6, "of bare stateful");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var outcomes = new ArrayList<ThroughputRun.Outcome>();
        for (var left = Math.max(1, effort.samples()); left > 0; left--) {
            outcomes.add(new ThroughputRun(Sizes.of(effort), progress).measure());
        }
        return new Findings(
                outcomes.stream().map(ThroughputRun.Outcome::share).toList(), new Figures(outcomes).all(), List.of());
    }

    private record Figures(List<ThroughputRun.Outcome> outcomes) {

        List<Figure> all() {
            return List.of(
                    figure("changes", "a second", one -> one.changes().perSecond()),
                    figure(
                            "bare stateful: the same reads, records and bytes",
                            "a second",
                            one -> one.stateful().perSecond()),
                    figure("pass-through", "a second", one -> one.passThrough().perSecond()),
                    figure(
                            "changes, as a share of pass-through",
                            "of pass-through",
                            one -> one.changes().perSecond() / one.passThrough().perSecond()),
                    figure("issue requests", "a second", one -> one.issues().perSecond()),
                    figure(
                            "time for 200 million changes",
                            "hours",
                            one -> MASS_EVENT / one.changes().perSecond() / SECONDS_PER_HOUR),
                    figure(
                            "processor time of a change, service",
                            "µs",
                            one -> one.changes().workerMicrosPerInput()),
                    figure(
                            "processor time of a change, broker",
                            "µs",
                            one -> one.changes().brokerMicrosPerInput()),
                    figure(
                            "processor time of an input, bare stateful",
                            "µs",
                            one -> one.stateful().workerMicrosPerInput()),
                    figure(
                            "processor time of an input, broker with bare stateful",
                            "µs",
                            one -> one.stateful().brokerMicrosPerInput()),
                    records("changelog of the decisions", DECISION_CHANGELOGS),
                    bytes("changelog of the decisions", DECISION_CHANGELOGS),
                    records("changelog of the reads", READ_CHANGELOGS),
                    bytes("changelog of the reads", READ_CHANGELOGS),
                    records("output", OUTPUTS),
                    bytes("output", OUTPUTS));
        }

        private Figure records(String of, List<String> topics) {
            return figure(of, "records a change", one -> one.footprint().records(topics));
        }

        private Figure bytes(String of, List<String> topics) {
            return figure(of, "bytes a change", one -> one.footprint().bytes(topics));
        }

        private Figure figure(String says, String unit, ToDoubleFunction<ThroughputRun.Outcome> of) {
            return new Figure(
                    says, unit, outcomes.stream().mapToDouble(of).boxed().toList());
        }
    }
}
