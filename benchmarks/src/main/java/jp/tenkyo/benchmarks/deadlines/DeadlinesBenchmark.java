package jp.tenkyo.benchmarks.deadlines;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.Aim;
import jp.tenkyo.benchmarks.Benchmark;
import jp.tenkyo.benchmarks.Effort;
import jp.tenkyo.benchmarks.Figure;
import jp.tenkyo.benchmarks.Findings;
import jp.tenkyo.benchmarks.Plot;

/** Whether what a tick costs follows what is due, and not what is stored. */
public final class DeadlinesBenchmark implements Benchmark {

    private static final int SMALLEST = 100_000;
    private static final int MIDDLE = 1_000_000;
    private static final int LARGEST = 10_000_000;

    private static final int TICKS = 60;
    /** The first do not count: nothing is warm then. */
    private static final int TICKS_COUNTED = 40;

    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * What it cost at one size.
     *
     * @param find what is due; median, in milliseconds
     * @param tick to find and decide it; median, in milliseconds
     * @param scan of everything, in milliseconds
     */
    private record Cost(int stored, double find, double tick, double scan) {}

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public String says() {
        return "a tick with 1,000 due, with the most stored against the least";
    }

    @Override
    public Aim aim() {
        return Aim.atMost(1.2, "times");
    }

    /** 10 million once, the rest as often as is asked for. */
    private static List<Integer> sizes(Effort effort, int run) {
        return switch (effort) {
            case SMOKE -> List.of(SMALLEST);
            case QUICK, USUAL -> List.of(SMALLEST, MIDDLE);
            case FULL -> run == 0 ? List.of(SMALLEST, MIDDLE, LARGEST) : List.of(SMALLEST, MIDDLE);
        };
    }

    @Override
    public Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException {
        progress.println(name() + ": " + says());
        var costs = new ArrayList<Cost>();
        for (var run = 0; run < Math.max(1, effort.samples()); run++) {
            for (var stored : sizes(effort, run)) {
                costs.add(cost(stored, progress));
            }
        }
        var sizes = sizes(effort, 0);
        var most = at(sizes.getLast(), costs).stream().map(Cost::tick).toList();
        var least = median(at(SMALLEST, costs).stream().map(Cost::tick).toList());
        return new Findings(
                most.stream().map(tick -> tick / least).toList(), figures(sizes, costs), List.of(plot(sizes, costs)));
    }

    private static Cost cost(int stored, PrintStream progress) throws IOException, InterruptedException {
        try (var store = DueStore.fill(Files.createTempDirectory("deadlines-"), stored)) {
            store.awaitQuiet();
            var finds = new ArrayList<Double>();
            var ticks = new ArrayList<Double>();
            for (var tick = 0; tick < TICKS; tick++) {
                var begun = System.nanoTime();
                var due = store.findDue();
                finds.add(millisSince(begun));
                due.forEach(store::decide);
                ticks.add(millisSince(begun));
                if (due.size() != DueStore.DUE_AT_ONCE) {
                    throw new IllegalStateException("Tick %d found %d due".formatted(tick, due.size()));
                }
            }
            var begun = System.nanoTime();
            var left = store.countAll();
            var scan = millisSince(begun);
            if (left != stored) {
                throw new IllegalStateException("%,d of %,d deadlines are left".formatted(left, stored));
            }
            var cost = new Cost(stored, median(counted(finds)), median(counted(ticks)), scan);
            progress.printf(
                    "  %,d stored: a tick %.2f ms, %.2f of them to find what is due; looking at all %.0f ms%n",
                    stored, cost.tick, cost.find, scan);
            return cost;
        }
    }

    private static double millisSince(long begun) {
        return (System.nanoTime() - begun) / NANOS_PER_MILLI;
    }

    private static List<Double> counted(List<Double> ticks) {
        return ticks.subList(TICKS - TICKS_COUNTED, TICKS);
    }

    private static List<Cost> at(int stored, List<Cost> costs) {
        return costs.stream().filter(cost -> cost.stored == stored).toList();
    }

    private static double median(List<Double> values) {
        return new Figure("", "ms", values).median();
    }

    private static List<Figure> figures(List<Integer> sizes, List<Cost> costs) {
        return sizes.stream()
                .flatMap(stored -> Stream.of(
                        figure("a tick with 1,000 due of %,d", stored, costs, Cost::tick),
                        figure("finding 1,000 due of %,d", stored, costs, Cost::find),
                        figure("looking at all of %,d", stored, costs, Cost::scan)))
                .toList();
    }

    private static Figure figure(String says, int stored, List<Cost> costs, Function<Cost, Double> of) {
        return new Figure(
                says.formatted(stored), "ms", at(stored, costs).stream().map(of).toList());
    }

    private static Plot plot(List<Integer> sizes, List<Cost> costs) {
        return new Plot(
                "Cost of a tick with 1,000 due, over what is stored",
                new Plot.Axis("deadlines stored", true),
                new Plot.Axis("milliseconds", true),
                List.of(
                        line("a tick", sizes, costs, Cost::tick),
                        line("finding what is due", sizes, costs, Cost::find),
                        line("looking at all", sizes, costs, Cost::scan)));
    }

    private static Plot.Line line(String name, List<Integer> sizes, List<Cost> costs, Function<Cost, Double> of) {
        return new Plot.Line(
                name,
                sizes.stream()
                        .map(stored -> new Plot.Point(
                                stored, figure(name, stored, costs, of).median()))
                        .toList());
    }
}
