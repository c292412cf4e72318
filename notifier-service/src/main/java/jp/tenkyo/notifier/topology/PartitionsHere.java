package jp.tenkyo.notifier.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Partitions whose stores are open on this instance, each with the turn in which it came. A partition that left and
 * came back has another turn: what was known of it before holds no more. Safe for several threads.
 */
public final class PartitionsHere {

    private final AtomicLong turns = new AtomicLong();
    private final Map<Integer, Long> turnOf = new ConcurrentHashMap<>();

    long opened(int partition) {
        var turn = turns.incrementAndGet();
        turnOf.put(partition, turn);
        return turn;
    }

    void closed(int partition, long turn) {
        turnOf.remove(partition, turn);
    }

    /** Partition → turn, as of now. */
    public Map<Integer, Long> now() {
        return Map.copyOf(turnOf);
    }
}
