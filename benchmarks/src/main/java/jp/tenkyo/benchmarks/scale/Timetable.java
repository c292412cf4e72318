package jp.tenkyo.benchmarks.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.benchmarks.latency.Stage;
import jp.tenkyo.schemas.Routing;

/** When each change was due, and when it could be read. */
record Timetable(Stage stage, Ledger ledger) {

    private static final double MILLI = 1e6;

    /** Of the changes on some partitions that were due between two instants: milliseconds, in ascending order. */
    double[] delays(Set<Integer> partitions, long from, long until) {
        return residents(due -> due - from >= 0 && due - until < 0)
                .filter(resident -> partitions.contains(partitionOf(resident)))
                .mapToDouble(resident -> (ledger.endedAt(resident) - stage.dueAt(resident)) / MILLI)
                .sorted()
                .toArray();
    }

    /** The longest of them: how long the stream has stood still for somebody. */
    double longest(Set<Integer> partitions, long from, long until) {
        return DoubleStream.of(delays(partitions, from, until)).max().orElse(0);
    }

    private IntStream residents(LongPredicate isDue) {
        return IntStream.range(stage.first(), stage.end()).filter(resident -> isDue.test(stage.dueAt(resident)));
    }

    private static int partitionOf(int resident) {
        return Routing.partitionOf(Population.holderId(resident).getBytes(UTF_8), Bed.LAYOUT.partitions());
    }
}
