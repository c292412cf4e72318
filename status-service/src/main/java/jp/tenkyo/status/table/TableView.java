package jp.tenkyo.status.table;

import java.nio.ByteBuffer;
import java.time.Instant;
import jp.tenkyo.status.core.CertificateId;
import org.rocksdb.Snapshot;

/**
 * The table as it was at one moment: every walk through it sees the same, so that what was made of it can be held
 * against it. The store keeps what it shows until it is closed.
 */
public final class TableView implements AutoCloseable {

    private final TableStore store;
    private final Instant at;
    private final Snapshot snapshot;

    TableView(TableStore store, Instant at) {
        this.store = store;
        this.at = at;
        this.snapshot = store.snapshot();
    }

    /** The business instant of every row. */
    public Instant at() {
        return at;
    }

    /** As {@link StatusTable#forEachOf}. */
    public void forEachOf(String issuerKeyId, StatusTable.RowVisitor visitor) {
        store.walk(store.certificates(), ByteRange.ofIssuer(issuerKeyId), snapshot, (key, value) -> {
            var entry = RowFormat.read(CertificateId.fromBytes(key), ByteBuffer.wrap(value));
            entry.known().ifPresent(row -> visitor.visit(row.at(at), entry.inDoubt()));
            return true;
        });
    }

    @Override
    public void close() {
        store.letGo(snapshot);
    }
}
