package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the order in which things are decided.
 *
 * @param entry place in the log of what came in: the entry with which it was decided
 * @param stage what was due by then comes before the input itself
 * @param dueAt among due work, the earlier due instant comes first
 * @param rank among due work of one instant: expiry, waiting move-out, timer (rule book 2.4)
 */
record Moment(int entry, Stage stage, Instant dueAt, Rank rank) implements Comparable<Moment> {

    enum Stage {
        DUE_BEFORE,
        INPUT
    }

    enum Rank {
        EXPIRY,
        WAITING_MOVE_OUT,
        TIMER
    }

    private static final Comparator<Moment> ORDER = Comparator.comparingInt(Moment::entry)
            .thenComparing(Moment::stage)
            .thenComparing(Moment::dueAt)
            .thenComparing(Moment::rank);

    static Moment of(int entry) {
        return new Moment(entry, Stage.INPUT, Instant.EPOCH, Rank.EXPIRY);
    }

    static Moment due(int entry, Instant dueAt, Rank rank) {
        return new Moment(entry, Stage.DUE_BEFORE, dueAt, rank);
    }

    static Moment later(Moment one, Moment other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
