package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;

/** Whether anything is lost or doubled when instances come, go, stand still and die, and how long it is felt. */
public final class ScaleOutBenchmark implements Benchmark {

    @Override
    public String name() {
        return "scale-out";
    }

    @Override
    public String says() {
        return "statuses and outcomes lost or doubled while instances come, go, stand still and are killed";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(0, "records");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var outcomes = new ArrayList<ScaleOutRun.Outcome>();
        for (var left = Math.max(1, effort.samples()); left > 0; left--) {
            outcomes.add(new ScaleOutRun(progress).measure());
        }
        return new Findings(
                outcomes.stream().map(one -> (double) one.lostOrDoubled()).toList(), figures(outcomes), List.of());
    }

    private static List<Figure> figures(List<ScaleOutRun.Outcome> outcomes) {
        var whole = Stream.of(
                figure("changes sent", "changes", outcomes, ScaleOutRun.Outcome::sent),
                figure("longest delay of a change while nothing happens", "ms", outcomes, ScaleOutRun.Outcome::calm),
                figure(
                        "longest without a commit on partitions of others while an instance stands still",
                        "ms",
                        outcomes,
                        ScaleOutRun.Outcome::othersCommits));
        var parts =
                IntStream.range(0, outcomes.getFirst().felt().size()).boxed().flatMap(at -> figures(at, outcomes));
        return Stream.concat(whole, parts).toList();
    }

    private static Stream<Figure> figures(int at, List<ScaleOutRun.Outcome> outcomes) {
        var what = outcomes.getFirst().felt().get(at).what();
        return Stream.of(
                figure(
                        what + ": until all partitions are shared out",
                        "s",
                        outcomes,
                        one -> one.felt().get(at).seconds()),
                figure(
                        what + ": longest delay on its partitions",
                        "ms",
                        outcomes,
                        one -> one.felt().get(at).ownPause()),
                figure(
                        what + ": longest delay on all others",
                        "ms",
                        outcomes,
                        one -> one.felt().get(at).othersPause()));
    }

    private static Figure figure(
            String says, String unit, List<ScaleOutRun.Outcome> outcomes, ToDoubleFunction<ScaleOutRun.Outcome> of) {
        return new Figure(says, unit, outcomes.stream().mapToDouble(of).boxed().toList());
    }
}
