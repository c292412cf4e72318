package jp.tenkyo.status.table;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import jp.tenkyo.status.core.CertificateId;

/** Keys from one (inclusive) to another (exclusive), in the store's order: bytes without sign. */
final class ByteRange {

    private static final int LONGEST_KEY_BYTES = CertificateId.KEY_ID_BYTES + CertificateId.SERIAL_BYTES_MAX + 1;

    private final byte[] from;
    private final byte[] to;

    private ByteRange(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    byte[] from() {
        return from;
    }

    byte[] to() {
        return to;
    }

    static ByteRange everything() {
        var end = new byte[LONGEST_KEY_BYTES];
        Arrays.fill(end, (byte) 0xff);
        return new ByteRange(new byte[0], end);
    }

    static ByteRange ofIssuer(String issuerKeyId) {
        var prefix = HexFormat.of().parseHex(issuerKeyId);
        var end = Arrays.copyOf(prefix, LONGEST_KEY_BYTES);
        Arrays.fill(end, prefix.length, end.length, (byte) 0xff);
        return new ByteRange(prefix, end);
    }

    /** Certificates that come after that one. */
    static ByteRange after(CertificateId id) {
        var key = id.toBytes();
        return new ByteRange(Arrays.copyOf(key, key.length + 1), everything().to());
    }

    /** Changes of a partition, offsets from (inclusive) to (exclusive). */
    static ByteRange changes(int partition, long from, long to) {
        return new ByteRange(changeKey(partition, from), changeKey(partition, to));
    }

    /** Big-endian, so that the order of bytes is the order of offsets. */
    static byte[] changeKey(int partition, long offset) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(partition)
                .putLong(offset)
                .array();
    }
}
