package jp.tenkyo.benchmarks.core;

import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.lifecycle.core.Decider;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Takes in one input of the mix after the other. Holders and inputs are made beforehand, and as often as they come. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
public class CoreSpeed {

    private final Policy policy = Policy.ofRuleBook();
    private final List<Encounter> encounters = DailyMix.encounters(policy);
    private final List<Holder> readyHolders = encounters.stream()
            .map(one -> Lifecycle.passTime(one.holder(), DailyMix.NOW, policy).holder())
            .toList();

    private int next;

    /** The decision alone: what was due before it has been decided already. */
    @Benchmark
    public Decision decide() {
        var at = turn();
        return Decider.decide(readyHolders.get(at), encounters.get(at).command(), DailyMix.NOW, policy);
    }

    /** All that the core does for an input. */
    @Benchmark
    public Lifecycle.Step handle(Blackhole nothing) {
        var one = encounters.get(turn());
        var step = Lifecycle.handle(one.holder(), one.command(), DailyMix.NOW, policy);
        nothing.consume(Lifecycle.nextDeadline(step.holder(), policy));
        return step;
    }

    private int turn() {
        next = next + 1 < encounters.size() ? next + 1 : 0;
        return next;
    }
}
