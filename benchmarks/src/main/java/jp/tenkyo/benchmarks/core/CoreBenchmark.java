package jp.tenkyo.benchmarks.core;

import java.io.PrintStream;
import java.util.regex.Pattern;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Findings;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What the core does in a second on one core; a sample is the mean of one JVM of its own.
 *
 * @param name of the method of {@link CoreSpeed} as well
 */
public record CoreBenchmark(String name, String says, Aim aim) implements Benchmark {

    public static final CoreBenchmark DECIDE = new CoreBenchmark(
            "decide", "decisions alone, over a mix of inputs as a day brings them", aSecond(1_000_000));

    /** At most three microseconds: little beside what Kafka costs for each input. */
    public static final CoreBenchmark HANDLE = new CoreBenchmark(
            "handle",
            "all that the core does for an input: what was due, decision, holder, notices, next deadline",
            aSecond(330_000));

    /**
     * As the service runs. The collector has one thread and works while the program stands still: all that is spent is
     * spent on one core.
     */
    private static final String[] JVM = {"-XX:+UseSerialGC", "-Xmx512m"};

    private static final int ITERATIONS = 3;
    private static final TimeValue ITERATION = TimeValue.seconds(2);
    private static final TimeValue SMOKE_ITERATION = TimeValue.milliseconds(100);

    private static Aim aSecond(double atLeast) {
        return Aim.atLeast(atLeast, "a second");
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) {
        progress.println(name + ": " + says);
        try {
            return Findings.of(new Runner(options(effort))
                    .run().stream()
                            .flatMap(run -> run.getBenchmarkResults().stream())
                            .map(BenchmarkResult::getPrimaryResult)
                            .map(one -> one.getScore())
                            .toList());
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private Options options(Effort effort) {
        var asked = new OptionsBuilder()
                .include("^" + Pattern.quote(CoreSpeed.class.getName() + "." + name) + "$")
                .shouldFailOnError(true);
        return effort == Effort.SMOKE
                ? asked.forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(SMOKE_ITERATION)
                        .build()
                : asked.forks(effort.samples())
                        .jvmArgs(JVM)
                        .warmupIterations(ITERATIONS)
                        .warmupTime(ITERATION)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(ITERATION)
                        .build();
    }
}
