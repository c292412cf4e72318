package jp.tenkyo.notifier.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.notifier.topology.Due;
import jp.tenkyo.notifier.topology.Names;
import jp.tenkyo.notifier.topology.PartitionsHere;
import jp.tenkyo.notifier.topology.Waiting;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Interactive queries, one partition at a time. */
public final class StreamsOutbox implements Outbox {

    private final Supplier<KafkaStreams> streams;
    private final PartitionsHere partitions;

    public StreamsOutbox(Supplier<KafkaStreams> streams, PartitionsHere partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    @Override
    public Map<Integer, Long> partitions() {
        return partitions.now();
    }

    @Override
    public List<Entry> due(int partition, Instant now, int limit) {
        ReadOnlyKeyValueStore<Due, Waiting> store = store(Names.OUTBOX, partition);
        var entries = new ArrayList<Entry>();
        try (var range = store.range(Due.from(Instant.EPOCH), Due.from(now.plusMillis(1)))) {
            while (range.hasNext() && entries.size() < limit) {
                var next = range.next();
                entries.add(new Entry(partition, next.key, next.value));
            }
        }
        return entries;
    }

    @Override
    public boolean holds(int partition, Due due) {
        return this.<Due, Waiting>store(Names.OUTBOX, partition).get(due) != null;
    }

    @Override
    public @Nullable ContactPoint contactPoint(int partition, String holderId) {
        return this.<String, ContactPoint>store(Names.CONTACT_POINTS, partition).get(holderId);
    }

    @Override
    public long sizeEstimate() {
        return partitions.now().keySet().stream()
                .mapToLong(partition ->
                        this.<Due, Waiting>store(Names.OUTBOX, partition).approximateNumEntries())
                .sum();
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name, int partition) {
        return streams.get()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                        .withPartition(partition));
    }
}
