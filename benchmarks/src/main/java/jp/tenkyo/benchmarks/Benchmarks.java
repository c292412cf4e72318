package jp.tenkyo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenkyo.benchmarks.core.CoreBenchmark;
import jp.tenkyo.benchmarks.deadlines.DeadlinesBenchmark;
import jp.tenkyo.benchmarks.latency.LatencyBenchmark;
import jp.tenkyo.benchmarks.latency.MassChangeBenchmark;
import jp.tenkyo.benchmarks.scale.ScaleOutBenchmark;
import jp.tenkyo.benchmarks.scale.SizeBenchmark;
import jp.tenkyo.benchmarks.status.ChannelsBenchmark;
import jp.tenkyo.benchmarks.status.ListsBenchmark;
import jp.tenkyo.benchmarks.status.OcspBenchmark;
import jp.tenkyo.benchmarks.throughput.ImportBenchmark;
import jp.tenkyo.benchmarks.throughput.ThroughputBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchmarks/run}: measures what it is asked for, and says what was aimed at. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the figures that are claimed; without a NAME all of them.",
            "Each is kept as JSON, index.html beside it shows all; the last lines are NAME: figure (aim X)."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every aim was met", "1:a benchmark failed", "2:wrong usage", "3:an aim was missed"})
public final class Benchmarks implements Callable<Integer> {

    /** All that can be measured, in the order in which it is. */
    static final List<Benchmark> ALL = List.of(
            CoreBenchmark.DECIDE,
            CoreBenchmark.HANDLE,
            new DeadlinesBenchmark(),
            new LatencyBenchmark(),
            new ThroughputBenchmark(),
            new ImportBenchmark(),
            new MassChangeBenchmark(),
            new ScaleOutBenchmark(),
            new SizeBenchmark(),
            new OcspBenchmark(),
            new ChannelsBenchmark(),
            new ListsBenchmark());

    private static final int AIM_MISSED = 3;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "What to measure, see below.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--quick", description = "One sample of each: a look between two changes.")
    private boolean quick;

    @Option(names = "--full", description = "Three longer samples, and once what is too large to measure every time.")
    private boolean full;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = "${sys:tenkyo.home:-.}/benchmarks/target/results",
            description = "Where the results go; benchmarks/target/results unless told otherwise.")
    private Path results = Path.of("");

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What must be known of the circumstances, such as what else was running.")
    private String note = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final List<Benchmark> all;
    private final PrintStream out;
    private final InstantSource clock;

    private Benchmarks(List<Benchmark> all, PrintStream out, InstantSource clock) {
        this.all = all;
        this.out = out;
        this.clock = clock;
    }

    public static void main(String... arguments) {
        System.exit(commandLine(ALL, System.out, InstantSource.system()).execute(arguments));
    }

    static CommandLine commandLine(List<Benchmark> all, PrintStream out, InstantSource clock) {
        var list = all.stream()
                .map(one -> "%n  %-12s %s; aim %s".formatted(one.name(), one.says(), one.aim()))
                .collect(Collectors.joining());
        var line = new CommandLine(new Benchmarks(all, out, clock));
        line.getCommandSpec().usageMessage().footer("%nNAME:" + list);
        return line;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (quick && full) {
            throw wrong("--quick and --full exclude each other.");
        }
        var effort = quick ? Effort.QUICK : full ? Effort.FULL : Effort.USUAL;
        var found = new ArrayList<Result>();
        for (var benchmark : asked()) {
            found.add(measure(benchmark, effort));
        }
        found.forEach(result -> out.println(result.line()));
        return found.stream().allMatch(Result::isMet) ? 0 : AIM_MISSED;
    }

    private Result measure(Benchmark benchmark, Effort effort) throws IOException, InterruptedException {
        var machine = Machine.here();
        var began = clock.instant();
        var result = Result.of(benchmark, benchmark.measure(effort, out));
        out.println(result.spread());
        out.println(new ResultFolder(results).write(Report.of(result, machine, effort, began, note)));
        return result;
    }

    private List<Benchmark> asked() {
        var known = all.stream().collect(Collectors.toMap(Benchmark::name, Function.identity()));
        for (var name : names) {
            if (!known.containsKey(name)) {
                throw wrong("There is no benchmark " + name + ".");
            }
        }
        return all.stream()
                .filter(one -> names.isEmpty() || names.contains(one.name()))
                .toList();
    }

    private CommandLine.ParameterException wrong(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
