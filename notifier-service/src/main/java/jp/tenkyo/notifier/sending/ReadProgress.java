package jp.tenkyo.notifier.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.tenkyo.notifier.topology.NotifierTopology;
import org.apache.kafka.common.TopicPartition;

/**
 * Since when each partition's inputs are known to be read. Before they were read to their end as of start (or as of the
 * partition's arrival here), nothing may be said: a withdrawal, a recorded delivery or a contact point may still lie
 * unread. For one thread; {@link #openPartitions} may be read by others.
 */
final class ReadProgress {

    private final TopicEnds ends;
    private final InstantSource clock;
    private final Map<Integer, Long> turnOf = new HashMap<>();
    private final Map<Integer, Instant> readAsOf = new HashMap<>();
    private final Map<Integer, Target> targets = new HashMap<>();
    private final Set<Integer> newerWanted = new HashSet<>();
    private volatile Set<Integer> open = Set.of();

    ReadProgress(TopicEnds ends, InstantSource clock) {
        this.ends = ends;
        this.clock = clock;
    }

    private record Target(Instant takenAt, Map<TopicPartition, Long> ends) {}

    /** Takes note of partitions come and gone, and of what has been read since. */
    void refresh(Map<Integer, Long> partitions) {
        turnOf.entrySet().removeIf(known -> !known.getValue().equals(partitions.get(known.getKey())));
        targets.keySet().retainAll(turnOf.keySet());
        readAsOf.keySet().retainAll(turnOf.keySet());
        newerWanted.retainAll(partitions.keySet());
        turnOf.putAll(partitions);
        aim();
        reach();
        open = Set.copyOf(readAsOf.keySet());
    }

    private void aim() {
        var without = new HashSet<TopicPartition>();
        for (var partition : turnOf.keySet()) {
            if (!targets.containsKey(partition)
                    && (!readAsOf.containsKey(partition) || newerWanted.contains(partition))) {
                without.addAll(inputsOf(partition));
            }
        }
        if (without.isEmpty()) {
            return;
        }
        var takenAt = clock.instant();
        ends.endsNow(without)
                .forEach((input, end) -> targets.computeIfAbsent(
                                input.partition(), _ -> new Target(takenAt, new HashMap<>()))
                        .ends()
                        .put(input, end));
    }

    private void reach() {
        if (targets.isEmpty()) {
            return;
        }
        var wanted = new HashMap<TopicPartition, Long>();
        targets.values().forEach(target -> wanted.putAll(target.ends()));
        var read = ends.readTo(wanted);
        targets.entrySet().removeIf(entry -> {
            var reached = read.containsAll(entry.getValue().ends().keySet());
            if (reached) {
                readAsOf.put(entry.getKey(), entry.getValue().takenAt());
                newerWanted.remove(entry.getKey());
            }
            return reached;
        });
    }

    private static Set<TopicPartition> inputsOf(int partition) {
        var inputs = new HashSet<TopicPartition>();
        NotifierTopology.INPUTS.forEach(topic -> inputs.add(new TopicPartition(topic.topicName(), partition)));
        return inputs;
    }

    /** Whether all was read that lay there when the partition came here. */
    boolean isOpen(int partition) {
        return readAsOf.containsKey(partition);
    }

    /**
     * Whether all was read that lay there at that instant. If not, the next refreshes find out.
     *
     * @param instant by this instance's clock, in whole milliseconds
     */
    boolean isReadAsOf(int partition, Instant instant) {
        var known = readAsOf.get(partition);
        var enough = known != null && known.truncatedTo(ChronoUnit.MILLIS).isAfter(instant);
        if (!enough) {
            newerWanted.add(partition);
        }
        return enough;
    }

    /** Partitions whose notices are being sent. */
    Set<Integer> openPartitions() {
        return open;
    }
}
