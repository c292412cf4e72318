package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The holders of a task, and beside them the one deadline of each in order of time. The two never part. */
final class HolderStore {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, byte[]> holders;
    private final KeyValueStore<Bytes, byte[]> deadlines;
    private final Policy policy;

    HolderStore(ProcessorContext<?, ?> context, Policy policy) {
        this.holders = context.getStateStore(Stores.HOLDERS);
        this.deadlines = context.getStateStore(Stores.DEADLINES);
        this.policy = policy;
    }

    StoredHolder find(String holderId) {
        var stored = (byte @Nullable []) holders.get(holderId);
        return stored == null
                ? new StoredHolder(Holder.unknown(holderId), Optional.empty())
                : HolderCodec.read(holderId, stored);
    }

    /**
     * Keeps a holder as a decision leaves it, unless nothing is known of it and never was.
     *
     * @return the holder's deadline
     */
    Optional<Instant> keep(StoredHolder before, Holder after) {
        if (before.holder().isUnknown() && after.isUnknown()) {
            return Optional.empty();
        }
        var deadline = Lifecycle.nextDeadline(after, policy);
        if (!deadline.equals(before.deadline())) {
            before.deadline().ifPresent(at -> deadlines.delete(new DeadlineKey(at, after.id()).bytes()));
            deadline.ifPresent(at -> deadlines.put(new DeadlineKey(at, after.id()).bytes(), NOTHING));
        }
        holders.put(after.id(), HolderCodec.write(new StoredHolder(after, deadline)));
        return deadline;
    }

    /**
     * Computes a holder's deadline anew, and writes only where it is another one.
     *
     * @param moved told the deadline where it is another one
     * @return whether it is another one, or is there no more
     */
    boolean resetDeadline(StoredHolder stored, Consumer<Instant> moved) {
        var deadline = Lifecycle.nextDeadline(stored.holder(), policy);
        if (deadline.equals(stored.deadline())) {
            return false;
        }
        keep(stored, stored.holder()).ifPresent(moved);
        return true;
    }

    /**
     * Who comes after a holder of that name, in the order of the store; from the first where it is empty. All are read
     * before any is written: what a write pushes out of the store's cache, an open range could miss.
     */
    List<String> idsAfter(String holderId, int atMost) {
        var found = new ArrayList<String>();
        // The next key there can be; no holderId has a zero character.
        try (var range = holders.range(holderId.isEmpty() ? null : holderId + '\0', null)) {
            while (range.hasNext() && found.size() < atMost) {
                found.add(range.next().key);
            }
        }
        return found;
    }

    /** The first deadlines after a key, up to an instant, as many as asked for. */
    List<DeadlineKey> due(Bytes after, Instant until, int atMost) {
        var due = new ArrayList<DeadlineKey>();
        try (var range = deadlines.range(after, DeadlineKey.lastOf(until))) {
            while (range.hasNext() && due.size() < atMost) {
                due.add(DeadlineKey.of(range.next().key));
            }
        }
        return due;
    }
}
