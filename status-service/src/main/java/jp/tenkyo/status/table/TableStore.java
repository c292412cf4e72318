package jp.tenkyo.status.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB with three column families: what was read so far (default), certificates, and changes. One batch is written
 * whole or not at all, also when the process is killed. Safe for use by several threads; close it when none uses it.
 */
final class TableStore implements AutoCloseable {

    private static final byte[] CERTIFICATES = "certificates".getBytes(US_ASCII);
    private static final byte[] CHANGES = "changes".getBytes(US_ASCII);

    private final TableMemory memory;
    private final DBOptions options;
    private final ColumnFamilyOptions familyOptions;
    private final WriteOptions writing = new WriteOptions();
    private final RocksDB db;
    private final ColumnFamilyHandle progress;
    private volatile ColumnFamilyHandle certificates;
    private volatile ColumnFamilyHandle changes;
    /** Closed at the end alone: somebody may still be reading from one. */
    private final List<ColumnFamilyHandle> dropped = new CopyOnWriteArrayList<>();

    private TableStore(Path folder, TableMemory memory) throws RocksDBException {
        this.memory = memory;
        this.options = memory.ofStore();
        this.familyOptions = memory.ofFamily();
        var families = new ArrayList<ColumnFamilyHandle>();
        this.db = RocksDB.open(
                options,
                folder.toString(),
                List.of(
                        new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, familyOptions),
                        new ColumnFamilyDescriptor(CERTIFICATES, familyOptions),
                        new ColumnFamilyDescriptor(CHANGES, familyOptions)),
                families);
        this.progress = families.get(0);
        this.certificates = families.get(1);
        this.changes = families.get(2);
    }

    /** @throws TableBrokenException if another process has it open, or it is damaged */
    static TableStore open(Path folder, TableSettings settings) {
        try {
            Files.createDirectories(folder);
            return new TableStore(folder, new TableMemory(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        } catch (RocksDBException e) {
            throw new TableBrokenException(
                    "The table in %s does not open: %s. Is another instance using that folder? If not, delete it; it is built anew."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    ColumnFamilyHandle progress() {
        return progress;
    }

    ColumnFamilyHandle certificates() {
        return certificates;
    }

    ColumnFamilyHandle changes() {
        return changes;
    }

    /**
     * Forgets all. What was read comes first, so that a kill in between begins anew. The families are dropped: a
     * deletion of the whole range would stay in memory and make each look-up ten times as slow.
     */
    void empty() {
        var read = new ArrayList<byte[]>();
        walk(progress, ByteRange.everything(), (key, _) -> read.add(key));
        write(batch -> {
            for (var key : read) {
                batch.delete(progress, key);
            }
        });
        certificates = anew(certificates, CERTIFICATES);
        changes = anew(changes, CHANGES);
    }

    private ColumnFamilyHandle anew(ColumnFamilyHandle old, byte[] name) {
        try {
            db.dropColumnFamily(old);
            dropped.add(old);
            return db.createColumnFamily(new ColumnFamilyDescriptor(name, familyOptions));
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    byte @Nullable [] get(ColumnFamilyHandle family, byte[] key) {
        try {
            return db.get(family, key);
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    /**
     * The values of these keys, in their order: in one call, since each call into the store costs more than the look.
     */
    List<Optional<byte[]>> getAll(ColumnFamilyHandle family, List<byte[]> keys) {
        try {
            return db.multiGetAsList(Collections.nCopies(keys.size(), family), keys).stream()
                    .map(Optional::ofNullable)
                    .toList();
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    /** What is to be written together. */
    interface Writing {
        void into(WriteBatch batch) throws RocksDBException;
    }

    void write(Writing what) {
        try (var batch = new WriteBatch()) {
            what.into(batch);
            db.write(writing, batch);
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    /** What a walk does with each pair. */
    interface Visitor {
        /** @return whether to go on */
        boolean visit(byte[] key, byte[] value);
    }

    /** What is there at this moment. While it is held, the store keeps it all: let go of it soon. */
    Snapshot snapshot() {
        return db.getSnapshot();
    }

    void letGo(Snapshot snapshot) {
        db.releaseSnapshot(snapshot);
    }

    /** Walks through what is there at this moment, in order of key; what is written meanwhile is not seen. */
    void walk(ColumnFamilyHandle family, ByteRange range, Visitor visitor) {
        try (var reading = new ReadOptions()) {
            walk(family, range, reading, visitor);
        }
    }

    /** The same, through what was there when the snapshot was taken. */
    void walk(ColumnFamilyHandle family, ByteRange range, Snapshot snapshot, Visitor visitor) {
        try (var reading = new ReadOptions().setSnapshot(snapshot)) {
            walk(family, range, reading, visitor);
        }
    }

    private void walk(ColumnFamilyHandle family, ByteRange range, ReadOptions reading, Visitor visitor) {
        // A walk over millions must not push out what the answers need.
        reading.setFillCache(false);
        try (var end = new Slice(range.to());
                var pairs = db.newIterator(family, reading.setIterateUpperBound(end))) {
            for (pairs.seek(range.from()); pairs.isValid(); pairs.next()) {
                if (!visitor.visit(pairs.key(), pairs.value())) {
                    return;
                }
            }
            refuseHalfAWalk(pairs);
        }
    }

    /** An iterator that fails only ends, as if there were no more. */
    private static void refuseHalfAWalk(RocksIterator pairs) {
        try {
            pairs.status();
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    /** RocksDB's guess. */
    long estimatedCertificates() {
        try {
            return db.getLongProperty(certificates, "rocksdb.estimate-num-keys");
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    private static TableBrokenException broken(RocksDBException e) {
        return new TableBrokenException("The table cannot be read or written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        progress.close();
        certificates.close();
        changes.close();
        dropped.forEach(ColumnFamilyHandle::close);
        db.close();
        writing.close();
        familyOptions.close();
        options.close();
        memory.close();
    }
}
