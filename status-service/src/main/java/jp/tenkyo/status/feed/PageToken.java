package jp.tenkyo.status.feed;

import java.nio.ByteBuffer;
import java.util.Optional;
import jp.tenkyo.status.core.CertificateId;

/**
 * Where a snapshot goes on. Everything is in it, so any instance can answer the next page.
 *
 * @param begun the cursor taken before the snapshot's first page
 * @param after last certificate looked at
 */
record PageToken(Cursor begun, CertificateId after) {

    private static final byte VERSION = 2;

    String text() {
        var id = after.toBytes();
        var cursor = begun.bytes();
        return Sealed.write(ByteBuffer.allocate(2 + id.length + cursor.length)
                .put(VERSION)
                .put((byte) id.length)
                .put(id)
                .put(cursor)
                .array());
    }

    /** Empty where no page was ever given out like that. */
    static Optional<PageToken> parse(String text) {
        return Sealed.read(text).flatMap(PageToken::read);
    }

    private static Optional<PageToken> read(ByteBuffer bytes) {
        if (bytes.remaining() < 2 || bytes.get() != VERSION) {
            return Optional.empty();
        }
        var length = bytes.get();
        if (length <= CertificateId.KEY_ID_BYTES
                || length > CertificateId.KEY_ID_BYTES + CertificateId.SERIAL_BYTES_MAX
                || length >= bytes.remaining()) {
            return Optional.empty();
        }
        var id = new byte[length];
        bytes.get(id);
        return Cursor.read(bytes.slice()).map(begun -> new PageToken(begun, CertificateId.fromBytes(id)));
    }
}
