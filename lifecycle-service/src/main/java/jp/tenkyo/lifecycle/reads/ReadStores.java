package jp.tenkyo.lifecycle.reads;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The read stores. Names are schema: changelogs are named after them. */
final class ReadStores {

    /** certificateId → {@link CertificateView} */
    static final String CERTIFICATES = "certificates";
    /** holderId → {@link HolderRecord} */
    static final String READ_HOLDERS = "read-holders";
    /** holderId and number of the step → {@link TimelineStep}; the last {@link #STEPS_KEPT} of each holder */
    static final String TIMELINES = "timelines";

    /** {@link DecisionView#key()} → {@link DecisionView}; the open ones, oldest first */
    static final String DECISIONS = "decisions";

    static final int STEPS_KEPT = 64;

    private ReadStores() {}

    static Set<StoreBuilder<?>> ofCertificates() {
        return Set.of(store(CERTIFICATES, CertificateView.class));
    }

    static Set<StoreBuilder<?>> ofHolders() {
        return Set.of(
                store(READ_HOLDERS, HolderRecord.class),
                store(TIMELINES, TimelineStep.class),
                store(DECISIONS, DecisionView.class));
    }

    /** No holderId has a slash, and numbers have one width: the steps of a holder stand together, in order. */
    static String stepKey(String holderId, long number) {
        return "%s/%016x".formatted(holderId, number);
    }

    private static <T> StoreBuilder<?> store(String name, Class<T> type) {
        // A holder's facts come in bursts: the cache writes one state for each burst to disk and changelog.
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), StoredJson.of(type))
                .withCachingEnabled();
    }
}
