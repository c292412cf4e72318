package jp.tenkyo.benchmarks.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes as much as a processor of the service does for an input, and decides nothing: one look into the
 * store of its key, a new state of the same size, what else is stored, and what goes out.
 */
final class StandIn implements Processor<byte[], byte[], byte[], byte[]> {

    /**
     * What a processor does for one input.
     *
     * @param own store that is read and written by the input's key
     * @param ownStates what is written there
     * @param stores other stores and what is written to them, under keys that never come again
     * @param sinks names of sinks and what goes there, under the input's key
     * @param sinksOfOwnKeys sinks where every record has a key of its own
     */
    record Work(
            String own,
            Footprint.Part ownStates,
            Map<String, Writes> stores,
            Map<String, Writes> sinks,
            Map<String, Writes> sinksOfOwnKeys) {}

    /** @param forEach records for each input */
    record Writes(Footprint.Part part, double forEach) {

        static Writes all(Footprint.Part part) {
            return new Writes(part, part.records());
        }
    }

    private record Target<T>(T to, Stand stand) {}

    private final Work work;
    private final Stand own;
    private final List<Target<KeyValueStore<byte[], byte[]>>> stores = new ArrayList<>();
    private final List<Target<String>> sinks;
    private final List<Target<String>> sinksOfOwnKeys;
    private int number;
    private long found;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<byte[], byte[]> states;

    StandIn(Work work) {
        this.work = work;
        this.own = new Stand(work.ownStates(), 1);
        this.sinks = targets(work.sinks());
        this.sinksOfOwnKeys = targets(work.sinksOfOwnKeys());
    }

    private static List<Target<String>> targets(Map<String, Writes> sinks) {
        return sinks.entrySet().stream()
                .map(sink -> new Target<>(sink.getKey(), stand(sink.getValue())))
                .toList();
    }

    private static Stand stand(Writes writes) {
        return new Stand(writes.part(), writes.forEach());
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        states = context.getStateStore(work.own());
        work.stores().forEach((name, writes) -> {
            KeyValueStore<byte[], byte[]> store = context.getStateStore(name);
            stores.add(new Target<>(store, stand(writes)));
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        number++;
        // Counted, so that no compiler finds that the look into the store is for nothing.
        found += Optional.ofNullable(states.get(record.key()))
                .map(state -> state.length)
                .orElse(0);
        own.owe();
        for (var state = own.next(); state != null; state = own.next()) {
            states.put(record.key(), state.value());
        }
        for (var target : stores) {
            target.stand().owe();
            for (var entry = target.stand().next();
                    entry != null;
                    entry = target.stand().next()) {
                target.to().put(Stand.keyLike(entry, number), entry.value());
            }
        }
        sinks.forEach(sink -> send(sink, record.key()));
        sinksOfOwnKeys.forEach(sink -> send(sink, null));
    }

    private void send(Target<String> sink, byte @Nullable [] key) {
        sink.stand().owe();
        for (var one = sink.stand().next(); one != null; one = sink.stand().next()) {
            var itsKey = key == null ? Stand.keyLike(one, number) : key;
            context.forward(
                    new Record<>(itsKey, one.value(), context.currentSystemTimeMs(), one.newHeaders()), sink.to());
        }
    }

    /** Bytes of state that were found, over all inputs. */
    long found() {
        return found;
    }
}
