package jp.tenkyo.benchmarks.throughput;

import static jp.tenkyo.benchmarks.throughput.Service.DECISION_CHANGELOGS;
import static jp.tenkyo.benchmarks.throughput.Service.OUTPUTS;
import static jp.tenkyo.benchmarks.throughput.Service.READ_CHANGELOGS;

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

/**
 * Changes that lifecycle-service takes in while it works off a backlog, held against topologies that decide nothing,
 * and against a consumer with a database that decides the same. Each change ends a certificate: the most that a change
 * can cost.
 */
public final class ThroughputBenchmark implements Benchmark {

    /** What Let's Encrypt prepares to replace within a day. */
    private static final double MASS_EVENT = 200e6;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Of each change on the average: a message that is sent twice is no other decision. */
    private static final double RECORDS_APART_MAX = 0.001;

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
        var runs = new ArrayList<Run>();
        for (var left = Math.max(1, effort.samples()); left > 0; left--) {
            var sizes = Sizes.of(effort);
            runs.add(new Run(new ThroughputRun(sizes, progress).measure(), new DatabaseRun(sizes, progress).measure()));
        }
        runs.forEach(Run::refuseUnlessTheSame);
        var outcomes = runs.stream().map(Run::service).toList();
        return new Findings(
                outcomes.stream().map(ThroughputRun.Outcome::share).toList(),
                Stream.concat(againstDatabase(runs).stream(), new Figures(outcomes).all().stream())
                        .toList(),
                List.of());
    }

    private record Run(ThroughputRun.Outcome service, DatabaseRun.Outcome database) {

        /** What decides something else is nothing to be measured against. */
        void refuseUnlessTheSame() {
            for (var topic : Service.OUTPUTS) {
                var ours = service.footprint().part(topic).records();
                var theirs = database.footprint().part(topic).records();
                if (Math.abs(ours - theirs) > RECORDS_APART_MAX) {
                    throw new IllegalStateException(
                            "A change writes %.4f records to %s, with a database %.4f".formatted(ours, topic, theirs));
                }
            }
        }
    }

    private static List<Figure> againstDatabase(List<Run> runs) {
        return List.of(
                figure(
                        "changes, as a multiple of a consumer with PostgreSQL",
                        "times (aim ≥ 5)",
                        runs,
                        run -> run.service.changes().perSecond()
                                / run.database.changes().perSecond()),
                figure(
                        "changes, consumer with PostgreSQL",
                        "a second",
                        runs,
                        run -> run.database.changes().perSecond()),
                figure(
                        "issue requests, as a multiple of a consumer with PostgreSQL",
                        "times",
                        runs,
                        run -> run.service.issues().perSecond()
                                / run.database.issues().perSecond()),
                figure(
                        "issue requests, consumer with PostgreSQL",
                        "a second",
                        runs,
                        run -> run.database.issues().perSecond()),
                figure(
                        "processor time of a change, consumer with PostgreSQL",
                        "µs",
                        runs,
                        run -> run.database.changes().workerMicrosPerInput()),
                figure(
                        "processor time of a change, broker with it",
                        "µs",
                        runs,
                        run -> run.database.changes().brokerMicrosPerInput()));
    }

    private static Figure figure(String says, String unit, List<Run> runs, ToDoubleFunction<Run> of) {
        return new Figure(says, unit, runs.stream().mapToDouble(of).boxed().toList());
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
