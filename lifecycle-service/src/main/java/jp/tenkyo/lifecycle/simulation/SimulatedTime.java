package jp.tenkyo.lifecycle.simulation;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far simulated time has come in this instance: what was told last, and what each partition has reached. The
 * partitions' own stores are the truth; this is where the doors look.
 */
public final class SimulatedTime {

    private final Instant start;
    private final AtomicReference<Instant> latest;
    private final ConcurrentHashMap<Integer, Reached> partitions = new ConcurrentHashMap<>();

    public SimulatedTime(Instant start) {
        this.start = start;
        this.latest = new AtomicReference<>(start);
    }

    /** @param dueLeft whether something that is due by then has still to be decided */
    public record Reached(Instant now, boolean dueLeft) {}

    /** Where the clock stands before the first message. */
    public Instant start() {
        return start;
    }

    /** The latest instant that was told or reached. */
    public Instant latest() {
        return latest.get();
    }

    /** The broker has it; the partitions will follow. */
    public void told(Instant now) {
        latest.accumulateAndGet(now, SimulatedTime::later);
    }

    public void reached(int partition, Instant now, boolean dueLeft) {
        told(now);
        partitions.put(partition, new Reached(now, dueLeft));
    }

    public SortedMap<Integer, Reached> partitions() {
        return new TreeMap<>(partitions);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
