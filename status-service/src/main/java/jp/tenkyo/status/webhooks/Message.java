package jp.tenkyo.status.webhooks;

import java.time.Instant;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/**
 * Something that a subscriber is to be told.
 *
 * @param number in the order in which they were taken up
 * @param row the change; null tells that changes were missed and a snapshot is needed
 * @param attempts how often it was tried
 * @param takenAt from when its time counts
 * @param nextAt not to be tried before
 * @param lastFailure what came of the last attempt; empty before it
 */
record Message(
        long number, @Nullable StatusRow row, int attempts, Instant takenAt, Instant nextAt, String lastFailure) {

    static Message about(long number, @Nullable StatusRow row, Instant now) {
        return new Message(number, row, 0, now, now, "");
    }

    /** The same for each attempt, and for each instance that would tell it: the receiver knows a repeat by it. */
    String id() {
        return row == null ? "snapshot-needed/" + takenAt.toEpochMilli() : row.id() + "/" + row.version();
    }

    Message failed(String how, Instant next) {
        return new Message(number, row, attempts + 1, takenAt, next, how);
    }

    Message at(Instant next) {
        return new Message(number, row, attempts, takenAt, next, lastFailure);
    }

    /** As if it had never been tried. */
    Message anew(Instant now) {
        return new Message(number, row, 0, now, now, lastFailure);
    }
}
