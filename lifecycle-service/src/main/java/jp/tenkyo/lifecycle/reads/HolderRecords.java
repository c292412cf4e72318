package jp.tenkyo.lifecycle.reads;

import org.apache.kafka.streams.state.KeyValueStore;

/** The holders of one task; those of late are at hand without reading their JSON again. */
final class HolderRecords {

    private final KeyValueStore<String, HolderRecord> store;
    private final Recent<HolderRecord> recent = new Recent<>();

    HolderRecords(KeyValueStore<String, HolderRecord> store) {
        this.store = store;
    }

    HolderRecord get(String holderId) {
        return recent.computeIfAbsent(holderId, this::stored);
    }

    private HolderRecord stored(String holderId) {
        var stored = store.get(holderId);
        return stored == null ? HolderRecord.NONE : stored;
    }

    void put(String holderId, HolderRecord holder) {
        recent.put(holderId, holder);
        store.put(holderId, holder);
    }
}
