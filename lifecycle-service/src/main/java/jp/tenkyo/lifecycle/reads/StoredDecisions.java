package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * The open decisions of the holders that this instance holds. A store for each partition is asked on its own: asked
 * together, Kafka Streams gives one after the other, not in order.
 */
final class StoredDecisions {

    /** Behind every key. */
    private static final String END = "~";

    private final KafkaStreams running;
    private final HostInfo self;

    StoredDecisions(KafkaStreams running, HostInfo self) {
        this.running = running;
        this.self = self;
    }

    /** @param after key of the last decision of the page before; empty for the first page */
    DecisionPage page(String after, int size) {
        var instances = running.streamsMetadataForStore(ReadStores.DECISIONS);
        Predicate<StreamsMetadata> isSelf = one -> one.hostInfo().equals(self);
        var own = instances.stream()
                .filter(isSelf)
                .flatMap(one -> one.topicPartitions().stream())
                .filter(one -> one.topic().equals(Topic.CERTIFICATE_EVENTS.topicName()))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
        var elsewhere = instances.stream()
                .filter(isSelf.negate())
                .map(one -> one.host() + ":" + one.port())
                .sorted()
                .toList();
        var found = own.stream()
                .flatMap(partition -> first(partition, after, size + 1).stream())
                .sorted(Comparator.comparing(DecisionView::key))
                .limit(size + 1L)
                .toList();
        return DecisionPage.of(found, size, own, elsewhere);
    }

    private List<DecisionView> first(int partition, String after, int atMost) {
        var store = running.store(StoreQueryParameters.fromNameAndType(
                        ReadStores.DECISIONS, QueryableStoreTypes.<String, DecisionView>keyValueStore())
                .withPartition(partition));
        var found = new ArrayList<DecisionView>();
        try (var range = store.range(after, END)) {
            while (range.hasNext() && found.size() < atMost) {
                var next = range.next();
                if (!next.key.equals(after)) {
                    found.add(next.value);
                }
            }
        }
        return found;
    }
}
