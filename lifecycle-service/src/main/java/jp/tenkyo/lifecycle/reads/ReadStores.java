package jp.tenkyo.lifecycle.reads;

import java.util.HexFormat;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The read stores. Names are schema: changelogs are named after them. */
final class ReadStores {

    private static final HexFormat HEX = HexFormat.of();

    /** certificateId → value of {@code certificate-status} as it came */
    static final String CERTIFICATES = "certificates";
    /** holderId → {@link HolderRecord} */
    static final String READ_HOLDERS = "read-holders";
    /** holderId and offset → value of {@code certificate-events} as it came; the last of each holder */
    static final String TIMELINES = "timelines";

    /** {@link DecisionView#key()} → {@link DecisionView}; the open ones */
    static final String DECISIONS = "decisions";

    /** The steps of a holder's history that are answered. */
    static final int STEPS_KEPT = 64;
    /** A step is an input's outcome and its effects, or what fell due. */
    static final int ENTRIES_KEPT = 4 * STEPS_KEPT;

    private ReadStores() {}

    static Set<StoreBuilder<?>> ofCertificates() {
        return Set.of(store(CERTIFICATES, Serdes.ByteArray()).withCachingEnabled());
    }

    static Set<StoreBuilder<?>> ofHolders() {
        return Set.of(
                // A holder's facts come in bursts: the cache writes one state for each burst to disk and changelog.
                store(READ_HOLDERS, StoredJson.of(HolderRecord.class)).withCachingEnabled(),
                store(TIMELINES, Serdes.ByteArray()),
                store(DECISIONS, StoredJson.of(DecisionView.class)));
    }

    /** No holderId has a slash, and numbers have one width: the entries of a holder stand together, in order. */
    static String entryKey(String holderId, long offset) {
        return holderId + "/" + HEX.toHexDigits(offset);
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
