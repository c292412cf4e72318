package jp.tenkyo.status.freshness;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What the thread that reads the topic says of itself. One thread writes, any may read. */
public final class Reach {

    private final InstantSource clock;
    private final AtomicReference<State> state;

    /**
     * @param positions by partition, the offset that is read next
     * @param generation counts how often the table was begun anew
     */
    record State(Map<Integer, Long> positions, Instant polledAt, boolean ended, int generation) {}

    /** @param clock the watch's own, monotonic */
    public Reach(InstantSource clock) {
        this.clock = clock;
        this.state = new AtomicReference<>(new State(Map.of(), clock.instant(), false, 0));
    }

    /** All up to these positions is written, and the listeners told. */
    public void reached(Map<Integer, Long> positions) {
        var reached = Map.copyOf(positions);
        state.updateAndGet(old -> new State(reached, clock.instant(), old.ended, old.generation));
    }

    /** It waits for something that is away, such as the schema registry, and will go on. */
    public void waiting() {
        state.updateAndGet(old -> new State(old.positions, clock.instant(), old.ended, old.generation));
    }

    /** The table is about to be emptied: from now on it is stale. */
    public void startedOver() {
        state.updateAndGet(old -> new State(Map.of(), clock.instant(), old.ended, old.generation + 1));
    }

    /** The reader will never read again. */
    public void ended() {
        state.updateAndGet(old -> new State(old.positions, clock.instant(), true, old.generation));
    }

    public boolean hasEnded() {
        return state.get().ended();
    }

    State now() {
        return state.get();
    }
}
