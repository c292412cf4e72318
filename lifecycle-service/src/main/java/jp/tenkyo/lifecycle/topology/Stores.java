package jp.tenkyo.lifecycle.topology;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state of the decisions. Names are schema: changelogs are named after them. */
final class Stores {

    /** holderId → all that is known of the holder, as {@link HolderCodec} writes it. */
    static final String HOLDERS = "holders";
    /** Instant and holderId → nothing: one entry for each holder who has something due, in order of instant. */
    static final String DEADLINES = "deadlines";
    /** issuerKeyId → how far the walk is that ends what a compromised key has signed; see {@link IssuerStore}. */
    static final String ISSUERS = "issuers";
    /** One entry: by which policy the deadlines were computed, and how far that is; see {@link DeadlineWalks}. */
    static final String POLICY = "policy";

    private Stores() {}

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(HOLDERS),
                                Serdes.String(),
                                Serdes.ByteArray())
                        // What a holder's inputs of one transaction make of it goes to the changelog once.
                        .withCachingEnabled(),
                deadlines(),
                inMemory(ISSUERS),
                inMemory(POLICY));
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> deadlines() {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(DEADLINES),
                Serdes.Bytes(),
                Serdes.ByteArray());
    }

    /** A handful of entries, asked for with every certificate that is registered, or with every tick. */
    private static StoreBuilder<KeyValueStore<String, byte[]>> inMemory(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
