package jp.tenkyo.status.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.freshness.Freshness.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The rule by itself: fresh is what has reached, on every partition, the high watermark observed N ago. Watermarks are
 * those of read_uncommitted: a committed reader alone would call itself fresh while an open transaction holds it up.
 * Time comes with each call and never goes back. Not safe for use by several threads.
 */
final class FreshnessRule {

    private record Observation(Instant at, Map<Integer, Long> ends) {}

    private final Duration staleAfter;
    /** Oldest first; at most one of them is older than {@code staleAfter}. */
    private final Deque<Observation> observations = new ArrayDeque<>();

    private @Nullable Map<Integer, Long> endsAtStart;
    private boolean caughtUp;
    private Instant since;
    private Optional<Reason> reason = Optional.of(Reason.CATCHING_UP);

    /** @param staleAfter N */
    FreshnessRule(Duration staleAfter, Instant now) {
        this.staleAfter = staleAfter;
        this.since = now;
    }

    /** The table was emptied: what it had reached counts no more. */
    void startOver() {
        endsAtStart = null;
        caughtUp = false;
        observations.clear();
    }

    /** @param ends by partition, where the topic ended when it was asked, at that instant or later */
    void observed(Instant at, Map<Integer, Long> ends) {
        if (endsAtStart == null) {
            endsAtStart = ends;
        }
        observations.addLast(new Observation(at, ends));
    }

    /**
     * @param positions by partition, the offset that is read next
     * @param readerAlive whether the thread that reads is there and has polled within N
     */
    Freshness judge(Instant now, Map<Integer, Long> positions, boolean readerAlive) {
        forgetAllButOneOlderThan(now.minus(staleAfter));
        var found = fault(now, positions, readerAlive);
        if (!found.equals(reason)) {
            reason = found;
            since = now;
        }
        return found.<Freshness>map(why -> new Freshness.Stale(why, since)).orElseGet(Freshness.Fresh::new);
    }

    private Optional<Reason> fault(Instant now, Map<Integer, Long> positions, boolean readerAlive) {
        if (!readerAlive) {
            return Optional.of(Reason.READER_ENDED);
        }
        if (observations.isEmpty() || observations.getLast().at().isBefore(now.minus(staleAfter))) {
            return Optional.of(caughtUp || !observations.isEmpty() ? Reason.BROKER_AWAY : Reason.CATCHING_UP);
        }
        caughtUp = caughtUp || (endsAtStart != null && reached(endsAtStart, positions));
        if (!caughtUp) {
            return Optional.of(Reason.CATCHING_UP);
        }
        var oldest = observations.getFirst();
        var counts = !oldest.at().isAfter(now.minus(staleAfter));
        return counts && !reached(oldest.ends(), positions) ? Optional.of(Reason.BEHIND) : Optional.empty();
    }

    boolean hasCaughtUp() {
        return caughtUp;
    }

    /** Records between the table and the end last seen. */
    long recordsBehind(Map<Integer, Long> positions) {
        return observations.isEmpty()
                ? 0
                : observations.getLast().ends().entrySet().stream()
                        .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                        .sum();
    }

    private void forgetAllButOneOlderThan(Instant bound) {
        while (observations.size() > 1) {
            var first = observations.removeFirst();
            if (observations.getFirst().at().isAfter(bound)) {
                observations.addFirst(first);
                return;
            }
        }
    }

    private static boolean reached(Map<Integer, Long> ends, Map<Integer, Long> positions) {
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
