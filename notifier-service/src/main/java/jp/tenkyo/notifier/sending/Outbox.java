package jp.tenkyo.notifier.sending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.notifier.topology.Due;
import jp.tenkyo.notifier.topology.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What the topology's stores on this instance hold. Every call may throw
 * {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while a partition moves: try again in the next
 * round.
 */
public interface Outbox {

    /** Partition → turn: see {@link jp.tenkyo.notifier.topology.PartitionsHere}. */
    Map<Integer, Long> partitions();

    /** The oldest due notices of a partition, at most {@code limit}. */
    List<Entry> due(int partition, Instant now, int limit);

    /** Whether the notice still waits under that key: not withdrawn, not settled, not postponed. */
    boolean holds(int partition, Due due);

    @Nullable
    ContactPoint contactPoint(int partition, String holderId);

    /** About how many notices wait: stores count by estimate. */
    long sizeEstimate();

    record Entry(int partition, Due due, Waiting waiting) {

        int nextAttempt() {
            return waiting.attempts() + 1;
        }
    }
}
