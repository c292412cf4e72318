package jp.tenkyo.status.table;

import java.nio.ByteBuffer;
import java.time.Instant;
import jp.tenkyo.status.core.CertificateId;

/** A kept change in bytes: since when it is kept, the certificate's id with its length, and the row. */
final class ChangeFormat {

    private ChangeFormat() {}

    static byte[] write(Change change) {
        var id = change.row().id().toBytes();
        var row = RowFormat.write(new Entry(change.row(), change.inDoubt()));
        return ByteBuffer.allocate(Long.BYTES + 1 + id.length + row.length)
                .putLong(change.keptSince().toEpochMilli())
                .put((byte) id.length)
                .put(id)
                .put(row)
                .array();
    }

    static Change read(byte[] key, byte[] value) {
        var place = ByteBuffer.wrap(key);
        var bytes = ByteBuffer.wrap(value);
        var keptSince = Instant.ofEpochMilli(bytes.getLong());
        var id = new byte[bytes.get()];
        bytes.get(id);
        var known = RowFormat.read(CertificateId.fromBytes(id), bytes).lastKnown();
        return new Change(
                place.getInt(),
                place.getLong(),
                known.orElseThrow(() -> new IllegalArgumentException("a change without a row")),
                keptSince);
    }

    static Instant keptSince(byte[] value) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
    }
}
