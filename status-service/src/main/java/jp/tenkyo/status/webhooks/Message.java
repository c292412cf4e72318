package jp.tenkyo.status.webhooks;

import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/**
 * Something that a subscriber is to be told.
 *
 * @param number in the order in which they were taken up
 * @param row the change; null tells that changes were missed and a snapshot is needed
 * @param inDoubt whether the change is that the row may no longer be true
 * @param attempts how often it was tried
 * @param takenAt from when its time counts
 * @param nextAt not to be tried before
 * @param lastFailure what came of the last attempt; empty before it
 */
record Message(
        long number,
        @Nullable StatusRow row,
        boolean inDoubt,
        int attempts,
        Instant takenAt,
        Instant nextAt,
        String lastFailure) {

    /** @param known empty tells that changes were missed */
    static Message about(long number, Optional<LastKnown> known, Instant now) {
        var inDoubt = known.filter(LastKnown::inDoubt).isPresent();
        return new Message(number, known.map(LastKnown::row).orElse(null), inDoubt, 0, now, now, "");
    }

    Optional<LastKnown> known() {
        return Optional.ofNullable(row).map(one -> new LastKnown(one, inDoubt));
    }

    /** The same for each attempt, and for each instance that would tell it: the receiver knows a repeat by it. */
    String id() {
        return row == null
                ? "snapshot-needed/" + takenAt.toEpochMilli()
                : row.id() + "/" + row.version() + (inDoubt ? "/in-doubt" : "");
    }

    Message failed(String how, Instant next) {
        return new Message(number, row, inDoubt, attempts + 1, takenAt, next, how);
    }

    Message at(Instant next) {
        return new Message(number, row, inDoubt, attempts, takenAt, next, lastFailure);
    }

    /** As if it had never been tried. */
    Message anew(Instant now) {
        return new Message(number, row, inDoubt, 0, now, now, lastFailure);
    }
}
