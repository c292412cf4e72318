package jp.tenkyo.benchmarks.scale;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Offsets;
import jp.tenkyo.schemas.Topic;

/**
 * Looks whether decisions go on, by what is committed of the changes.
 *
 * @param except partitions that are not looked at
 */
record Commits(Bed bed, Set<Integer> except) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final double MILLI = 1e6;

    /**
     * The longest that nothing more was committed of one partition, while changes come on all of them.
     *
     * @return milliseconds
     */
    double longestStandstill(Duration during) throws InterruptedException {
        var until = System.nanoTime() + during.toNanos();
        try (var offsets = new Offsets(bed)) {
            var committed = committed(offsets);
            var since = new HashMap<Integer, Long>();
            committed.keySet().forEach(partition -> since.put(partition, System.nanoTime()));
            var longest = 0L;
            while (System.nanoTime() < until) {
                Thread.sleep(LOOK_EVERY);
                var before = committed;
                committed = committed(offsets);
                var at = System.nanoTime();
                for (var one : committed.entrySet()) {
                    if (!one.getValue().equals(before.put(one.getKey(), one.getValue()))) {
                        since.put(one.getKey(), at);
                    }
                    longest = Math.max(longest, at - since.getOrDefault(one.getKey(), at));
                }
            }
            return longest / MILLI;
        }
    }

    private Map<Integer, Long> committed(Offsets offsets) throws InterruptedException {
        var committed = new HashMap<>(offsets.committedOf(Instances.DECISIONS, Topic.RESIDENT_CHANGES.topicName()));
        committed.keySet().removeAll(except);
        return committed;
    }
}
