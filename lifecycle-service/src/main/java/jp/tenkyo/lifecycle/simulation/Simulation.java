package jp.tenkyo.lifecycle.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Business time as somebody outside drives it. */
final class Simulation {

    private final SimulatedTime time;
    private final ClockHands hands;
    private final DecisionLag lag;
    private final int partitions;

    /** @param partitions of every input topic: each keeps its own time */
    Simulation(SimulatedTime time, ClockHands hands, DecisionLag lag, int partitions) {
        this.time = time;
        this.hands = hands;
        this.lag = lag;
        this.partitions = partitions;
    }

    /** @param dueLeft whether something that is due by then has still to be decided */
    record PartitionClock(int partition, Instant now, boolean dueLeft) {}

    /**
     * @param now what every partition has reached
     * @param told the latest instant that was set
     * @param caughtUp whether every partition has reached it, and all that has come in and all that is due by then is
     *     decided and committed: only then may a driver go on
     */
    record Clock(Instant now, Instant told, boolean caughtUp, long recordsBehind, List<PartitionClock> partitions) {}

    /** @return whether the clock was set; it never goes back */
    synchronized boolean set(Instant now) {
        if (now.isBefore(time.latest())) {
            return false;
        }
        hands.set(now);
        time.told(now);
        return true;
    }

    Instant latest() {
        return time.latest();
    }

    Clock look() {
        var measured = lag.measure();
        // After the lag: a partition that has taken in a record has said by then what is left of it.
        var reached = time.partitions().entrySet().stream()
                .map(one -> new PartitionClock(
                        one.getKey(), one.getValue().now(), one.getValue().dueLeft()))
                .toList();
        var told = time.latest();
        var all = reached.size() == partitions
                && reached.stream().allMatch(one -> one.now().equals(told) && !one.dueLeft());
        return new Clock(
                reached.stream()
                        .map(PartitionClock::now)
                        .min(Comparator.naturalOrder())
                        .orElse(time.start()),
                told,
                all && measured.recordsBehind() == 0 && !measured.uncommitted(),
                measured.recordsBehind(),
                reached);
    }
}
