package jp.tenkyo.status.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.ChangeLog;

/**
 * Walks through the changes of all partitions from a cursor on: the oldest first, so that none waits for a busy one,
 * and those of a partition in its order, so that those of a certificate stay in theirs. Not safe for use by several
 * threads.
 */
final class Places {

    private static final int READ_AT_ONCE = 200;

    private final List<Place> places = new ArrayList<>();

    Places(ChangeLog changes, Cursor from, int max) {
        for (var partition = 0; partition < from.offsets().size(); partition++) {
            places.add(new Place(changes, partition, from.offset(partition), Math.min(max, READ_AT_ONCE)));
        }
    }

    /** The next one, which then counts as seen; empty where none is left. */
    Optional<Change> next() {
        Place oldest = null;
        for (var place : places) {
            place.fill();
            if (!place.read.isEmpty() && (oldest == null || place.isOlderThan(oldest))) {
                oldest = place;
            }
        }
        return oldest == null ? Optional.empty() : Optional.of(oldest.take());
    }

    /** What comes after all that was seen. */
    List<Long> offsets() {
        return places.stream().map(place -> place.next).toList();
    }

    /** A partition and how far it was seen. */
    private static final class Place {

        private final ChangeLog changes;
        private final int partition;
        private final int atOnce;
        private final Deque<Change> read = new ArrayDeque<>();
        private long next;
        private boolean exhausted;

        Place(ChangeLog changes, int partition, long from, int atOnce) {
            this.changes = changes;
            this.partition = partition;
            this.next = from;
            this.atOnce = atOnce;
        }

        void fill() {
            if (exhausted || !read.isEmpty()) {
                return;
            }
            // Asked before reading: all below it can be read by now.
            var end = changes.end(partition);
            read.addAll(changes.read(partition, next, atOnce));
            if (read.isEmpty()) {
                // What lies between is no change, or the cursor is ahead of this instance: it never goes back.
                next = Math.max(next, end);
                exhausted = true;
            }
        }

        boolean isOlderThan(Place other) {
            return read.getFirst().keptSince().isBefore(other.read.getFirst().keptSince());
        }

        Change take() {
            var change = read.removeFirst();
            next = change.offset() + 1;
            return change;
        }
    }
}
