package jp.tenkyo.status.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * How far the topic was read, and from where on its changes are whole: kept in the store, written with what was read.
 */
final class Progress {

    private static final byte NEXT_OFFSET = 'n';
    private static final byte CHANGES_FROM = 'c';
    private static final byte[] TOPIC = {'t'};

    private final TableStore store;

    Progress(TableStore store) {
        this.store = store;
    }

    /** The offset to read next; empty where nothing of the partition was read yet. */
    OptionalLong nextOffset(int partition) {
        return number(NEXT_OFFSET, partition);
    }

    /** From this offset on, no change that the table has seen is missing from what is kept. */
    long changesFrom(int partition) {
        return number(CHANGES_FROM, partition).orElse(0);
    }

    /** Which topic was read, and in which format it is kept; empty for a store that is new. */
    Optional<String> topic() {
        return Optional.ofNullable(store.get(store.progress, TOPIC)).map(bytes -> new String(bytes, UTF_8));
    }

    void nextOffset(WriteBatch batch, int partition, long offset) throws RocksDBException {
        batch.put(store.progress, key(NEXT_OFFSET, partition), bytes(offset));
    }

    void changesFrom(WriteBatch batch, int partition, long offset) throws RocksDBException {
        batch.put(store.progress, key(CHANGES_FROM, partition), bytes(offset));
    }

    void topic(WriteBatch batch, String topic) throws RocksDBException {
        batch.put(store.progress, TOPIC, topic.getBytes(UTF_8));
    }

    private OptionalLong number(byte what, int partition) {
        byte @Nullable [] found = store.get(store.progress, key(what, partition));
        return found == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(found).getLong());
    }

    private static byte[] key(byte what, int partition) {
        return ByteBuffer.allocate(1 + Integer.BYTES)
                .put(what)
                .putInt(partition)
                .array();
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
