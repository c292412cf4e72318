package jp.tenkyo.benchmarks.latency;

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

/** How much longer daily changes take while very many holders change at once. */
public final class MassChangeBenchmark implements Benchmark {

    private static final int CERTIFICATES_OF_SMOKE = 1_000;
    private static final int CERTIFICATES_QUICK = 10_000;
    private static final int CERTIFICATES = 100_000;
    private static final int CERTIFICATES_FULL = 1_000_000;

    @Override
    public String name() {
        return "mass-change";
    }

    @Override
    public String says() {
        return "p99 of daily changes during a bulk correction or a CA compromise, whichever is worse, against their usual";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(2, "times");
    }

    @Override
    public boolean needsServers() {
        return true;
    }

    /** A million once, the rest as often as is asked for. */
    private static int certificates(Effort effort, int run) {
        return switch (effort) {
            case SMOKE -> CERTIFICATES_OF_SMOKE;
            case QUICK -> CERTIFICATES_QUICK;
            case USUAL -> CERTIFICATES;
            case FULL -> run == 0 ? CERTIFICATES_FULL : CERTIFICATES;
        };
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var all = new ArrayList<MassChangeRun.Outcome>();
        for (var run = 0; run < Math.max(1, effort.samples()); run++) {
            all.add(new MassChangeRun(MassChangeRun.Sizes.of(effort, certificates(effort, run)), progress).measure());
        }
        return new Findings(all.stream().map(MassChangeRun.Outcome::worse).toList(), new Figures(all).all(), List.of());
    }

    private record Figures(List<MassChangeRun.Outcome> outcomes) {

        List<Figure> all() {
            return List.of(
                    figure("p99 of daily changes, usual", "ms", one -> one.usual()),
                    figure(
                            "p99 of daily changes during the correction, at the import's pace",
                            "ms",
                            one -> one.correction().p99()),
                    figure(
                            "p99 of daily changes during a correction all at once",
                            "ms",
                            one -> one.rushed().p99()),
                    figure(
                            "p99 of daily changes during the compromise",
                            "ms",
                            one -> one.compromise().p99()),
                    figure(
                            "holders corrected",
                            "holders",
                            one -> one.correction().holders()),
                    figure(
                            "time until all are corrected",
                            "s",
                            one -> one.correction().seconds()),
                    figure(
                            "corrections all at once",
                            "a second",
                            one -> one.rushed().perSecond()),
                    figure(
                            "certificates of the compromised key",
                            "certificates",
                            one -> one.compromise().holders()),
                    figure(
                            "time until the last of them can be read as revoked",
                            "s",
                            one -> one.compromise().seconds()),
                    figure(
                            "revoked for the compromise",
                            "a second",
                            one -> one.compromise().perSecond()),
                    figure(
                            "p99 of daily changes while certificates run out together",
                            "ms",
                            one -> one.expiry().p99()),
                    figure(
                            "certificates that run out together",
                            "certificates",
                            one -> one.expiry().holders()),
                    figure(
                            "time until the last of them can be read as expired",
                            "s",
                            one -> one.expiry().seconds()));
        }

        private Figure figure(String says, String unit, ToDoubleFunction<MassChangeRun.Outcome> of) {
            return new Figure(
                    says, unit, outcomes.stream().mapToDouble(of).boxed().toList());
        }
    }
}
