package jp.tenkyo.status.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The changes of the last days, by their place in the topic, so that a cursor into it means the same on every instance.
 * A table that was built anew has of the time before only what compaction left: each certificate's last version.
 */
public final class ChangeLog {

    private final TableStore store;
    private final Progress progress;
    private final Duration keptFor;
    private final int prunedAtOnceMax;
    /** Of the thread that takes in what comes. */
    private final Map<Integer, Boolean> begun = new HashMap<>();

    ChangeLog(TableStore store, Progress progress, TableSettings settings) {
        this.store = store;
        this.progress = progress;
        this.keptFor = settings.changesKeptFor();
        this.prunedAtOnceMax = settings.prunedAtOnceMax();
    }

    /** A reader that stands before this offset may have missed changes, and needs a snapshot. */
    public long from(int partition) {
        return progress.changesFrom(partition);
    }

    /** The offset that the next change of the partition will have, or one that comes after it. */
    public long end(int partition) {
        return progress.nextOffset(partition).orElse(0);
    }

    /** Changes from that offset on, in order, as many as wanted at most. */
    public List<Change> read(int partition, long fromOffset, int max) {
        var found = new ArrayList<Change>();
        if (max > 0) {
            store.walk(store.changes, ByteRange.changes(partition, fromOffset, Long.MAX_VALUE), (key, value) -> {
                found.add(ChangeFormat.read(key, value));
                return found.size() < max;
            });
        }
        return found;
    }

    /** Whether a change of the partition is kept, so that every later one must be too: no gap may come of it. */
    boolean hasBegun(int partition) {
        return begun.computeIfAbsent(
                partition, number -> !read(number, from(number), 1).isEmpty());
    }

    void begin(int partition) {
        begun.put(partition, true);
    }

    void emptied() {
        begun.clear();
    }

    /** Whether a change is too old to be kept, at that instant of the machine. */
    boolean isPast(Instant keptSince, Instant now) {
        return keptSince.isBefore(now.minus(keptFor));
    }

    /**
     * Forgets what is too old, from the oldest on, to the bound for one go.
     *
     * @return whether there is more
     */
    boolean prune(int partition, Instant now) {
        var from = progress.changesFrom(partition);
        var seen = new AtomicInteger();
        var firstKept = new AtomicLong(from);
        store.walk(store.changes, ByteRange.changes(partition, from, Long.MAX_VALUE), (key, value) -> {
            if (!isPast(ChangeFormat.keptSince(value), now)) {
                return false;
            }
            firstKept.set(ChangeFormat.read(key, value).offset() + 1);
            return seen.incrementAndGet() < prunedAtOnceMax;
        });
        if (seen.get() > 0) {
            forget(partition, from, firstKept.get());
        }
        return seen.get() == prunedAtOnceMax;
    }

    private void forget(int partition, long from, long to) {
        var range = ByteRange.changes(partition, from, to);
        store.write(batch -> {
            batch.deleteRange(store.changes, range.from(), range.to());
            progress.changesFrom(batch, partition, to);
        });
    }
}
