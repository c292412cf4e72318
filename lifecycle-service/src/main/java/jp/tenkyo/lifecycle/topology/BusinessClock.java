package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The instant that one task of a simulation has reached, kept in the task's own store: what was decided after a restart
 * must not carry an earlier time than what was decided before it.
 */
final class BusinessClock {

    /** "now" → milliseconds since 1970. */
    static final String STORE = "business-clock";

    private static final String NOW = "now";

    private final KeyValueStore<String, Long> store;
    private final SimulatedTime board;
    private final int partition;
    private Instant now;

    /** Until a tick has looked: nobody knows what a restart has left. */
    private boolean left = true;

    BusinessClock(ProcessorContext<?, ?> context, SimulatedTime board) {
        this.store = context.getStateStore(STORE);
        this.board = board;
        this.partition = context.taskId().partition();
        this.now = Optional.ofNullable((@Nullable Long) store.get(NOW))
                .map(Instant::ofEpochMilli)
                .orElse(board.start());
        show();
    }

    static Set<StoreBuilder<?>> with(Set<StoreBuilder<?>> others) {
        StoreBuilder<?> clock = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long());
        return Stream.concat(others.stream(), Stream.of(clock)).collect(Collectors.toUnmodifiableSet());
    }

    Instant now() {
        return now;
    }

    boolean isDueLeft() {
        return left;
    }

    void advance(Instant to) {
        if (to.isAfter(now)) {
            now = to;
            store.put(NOW, to.toEpochMilli());
            left = true;
            show();
        }
    }

    void dueLeft(boolean something) {
        left = something;
        show();
    }

    private void show() {
        board.reached(partition, now, left);
    }
}
