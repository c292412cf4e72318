package jp.tenkyo.lifecycle.reads;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;

/** The last {@link ReadStores#ENTRIES_KEPT} messages of every holder of one task, as they came. */
final class Timelines {

    private final KeyValueStore<String, byte[]> store;

    /** Keys of the entries, in their order: else each message would cost a walk through the store. */
    private final Recent<SortedSet<String>> recent = new Recent<>();

    Timelines(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * Keeps a message, and lets go of the oldest where there are too many.
     *
     * @param offset where the message lies: written again after a crash it stands where it stood
     */
    void add(String holderId, long offset, byte[] message) {
        var keys = recent.computeIfAbsent(holderId, this::stored);
        var key = ReadStores.entryKey(holderId, offset);
        store.put(key, message);
        keys.add(key);
        while (keys.size() > ReadStores.ENTRIES_KEPT) {
            store.delete(keys.removeFirst());
        }
    }

    private SortedSet<String> stored(String holderId) {
        var keys = new TreeSet<String>();
        try (var entries =
                store.range(ReadStores.entryKey(holderId, 0), ReadStores.entryKey(holderId, Long.MAX_VALUE))) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
