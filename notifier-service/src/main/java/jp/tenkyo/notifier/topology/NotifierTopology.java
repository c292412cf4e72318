package jp.tenkyo.notifier.topology;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Notices, contact points and deliveries of a holder meet on one partition; out go withdrawals and dead letters, in the
 * same transaction. Nothing here reaches outside Kafka.
 */
public final class NotifierTopology implements Consumer<KStream<byte @Nullable [], byte @Nullable []>> {

    /** Read together: all are keyed by holder and share one number of partitions. */
    public static final List<Topic> INPUTS = List.of(Topic.NOTICES, Topic.NOTICE_DELIVERIES, Topic.CONTACT_POINTS);

    /** What is on its way out names the topic that it goes to. */
    private static final Serde<Outgoing> OUT = Serdes.serdeFrom((_, one) -> one.value(), (_, _) -> {
        throw new UnsupportedOperationException("What is on its way out is not read back");
    });

    private final BookKeeping settings;

    public NotifierTopology(BookKeeping settings) {
        this.settings = settings;
    }

    @Override
    public void accept(KStream<byte @Nullable [], byte @Nullable []> inputs) {
        inputs.process(new KeepNoticeBooks(settings), Named.as(Names.KEEP_BOOK))
                .to(new ItsTopic(), Produced.with(Serdes.ByteArray(), OUT).withName(Names.SEND));
    }

    /** Named, so that the description of the topology is the same each time. */
    private record ItsTopic() implements TopicNameExtractor<byte @Nullable [], Outgoing> {

        @Override
        public String extract(byte @Nullable [] key, Outgoing outgoing, RecordContext context) {
            return outgoing.topic().topicName();
        }
    }

    private record KeepNoticeBooks(BookKeeping settings)
            implements ProcessorSupplier<byte @Nullable [], byte @Nullable [], byte @Nullable [], Outgoing> {

        @Override
        public Processor<byte @Nullable [], byte @Nullable [], byte @Nullable [], Outgoing> get() {
            return new KeepNoticeBook(settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    store(Names.OUTBOX, StoreSerdes.due(), StoreSerdes.waiting()),
                    store(Names.STANDINGS, Serdes.String(), StoreSerdes.standing()),
                    store(Names.FORGETTABLE, StoreSerdes.due(), Serdes.ByteArray()),
                    store(Names.CONTACT_POINTS, Serdes.String(), StoreSerdes.contactPoint()));
        }

        private static <K, V> StoreBuilder<?> store(String name, Serde<K> key, Serde<V> value) {
            return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value);
        }
    }
}
