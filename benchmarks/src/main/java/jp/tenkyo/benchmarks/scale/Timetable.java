package jp.tenkyo.benchmarks.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.benchmarks.latency.Stage;
import jp.tenkyo.schemas.Routing;

/**
 * When each change was due, and when it could be read.
 *
 * @param readAt by resident, in nanoseconds of {@link System#nanoTime}
 */
record Timetable(Stage stage, IntToLongFunction readAt) {

    private static final double MILLI = 1e6;

    /**
     * How long the stream has stood still for somebody: the longest delay, in milliseconds, of the changes on some
     * partitions that were due between two instants; 0 where there were none.
     */
    double longest(Set<Integer> partitions, long from, long until) {
        return residents(due -> due - from >= 0 && due - until < 0)
                .filter(resident -> partitions.contains(partitionOf(resident)))
                .mapToDouble(resident -> (readAt.applyAsLong(resident) - stage.dueAt(resident)) / MILLI)
                .max()
                .orElse(0);
    }

    private IntStream residents(LongPredicate isDue) {
        return IntStream.range(stage.first(), stage.end()).filter(resident -> isDue.test(stage.dueAt(resident)));
    }

    static int partitionOf(int resident) {
        return Routing.partitionOf(Population.holderId(resident).getBytes(UTF_8), Bed.LAYOUT.partitions());
    }
}
