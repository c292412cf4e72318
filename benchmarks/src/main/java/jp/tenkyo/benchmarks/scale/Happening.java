package jp.tenkyo.benchmarks.scale;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.benchmarks.bed.Bed;

/**
 * Something that happened to an instance, in nanoseconds of {@link System#nanoTime}.
 *
 * @param settled when all partitions were with instances that work
 * @param until changes that were due later are no part of it
 * @param own partitions that the instance had, or got
 */
record Happening(String what, long from, long settled, long until, Set<Integer> own) {

    private static final double SECOND = 1e9;

    /**
     * How it was felt.
     *
     * @param seconds until all partitions were with instances that work
     * @param ownPause the longest that a change on one of its partitions took to be readable, in milliseconds
     * @param othersPause the same on the other partitions
     */
    record Felt(String what, double seconds, double ownPause, double othersPause) {}

    double seconds() {
        return (settled - from) / SECOND;
    }

    Felt felt(Timetable table) {
        var others = IntStream.range(0, Bed.LAYOUT.partitions())
                .boxed()
                .filter(partition -> !own.contains(partition))
                .collect(Collectors.toSet());
        return new Felt(what, seconds(), table.longest(own, from, until), table.longest(others, from, until));
    }
}
