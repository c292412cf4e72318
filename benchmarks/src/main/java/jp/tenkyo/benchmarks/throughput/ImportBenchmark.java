package jp.tenkyo.benchmarks.throughput;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;

/** Issue requests that lifecycle-service takes in while it works off a backlog of holders that it does not know. */
public final class ImportBenchmark implements Benchmark {

    /** 200 million certificates in 24 hours, as Let's Encrypt prepares for. */
    private static final double ASKED_A_SECOND = 2_315;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String says() {
        return "issue requests taken in, two for each new holder";
    }

    @Override
    public Aim aim() {
        return Aim.atLeast(ASKED_A_SECOND, "a second");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var samples = new ArrayList<Double>();
        var costs = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        for (var left = Math.max(1, effort.samples()); left > 0; left--) {
            var pace = new ThroughputRun(Sizes.of(effort), progress).issues();
            samples.add(pace.perSecond());
            costs.add(pace.workerMicrosPerInput());
            times.add(pace.perSecond()
                    / new DatabaseRun(Sizes.of(effort), progress).issues().perSecond());
        }
        return new Findings(
                samples,
                List.of(
                        new Figure("processor time of an issue request, service", "µs", costs),
                        new Figure("as a multiple of a consumer with PostgreSQL", "times", times)),
                List.of());
    }
}
