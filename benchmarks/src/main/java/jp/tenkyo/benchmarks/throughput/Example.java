package jp.tenkyo.benchmarks.throughput;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record that the service has written, so that what stands for it is as long and compresses as well. */
@SuppressWarnings("ArrayRecordComponent") // Handed through, never compared.
record Example(byte[] key, byte @Nullable [] value, List<Header> headers) {

    private static final int NONE = -1;

    static Example of(ConsumerRecord<byte[], byte[]> record) {
        return new Example(
                record.key(), record.value(), List.of(record.headers().toArray()));
    }

    /** Of key, value and headers, as they are before they are compressed. */
    static long bytesOf(ConsumerRecord<byte[], byte[]> record) {
        var bytes = (long) Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (var header : record.headers()) {
            bytes += header.key().length() + header.value().length;
        }
        return bytes;
    }

    RecordHeaders newHeaders() {
        return new RecordHeaders(headers);
    }

    void writeTo(DataOutputStream out) throws IOException {
        write(out, key);
        write(out, value);
        out.writeInt(headers.size());
        for (var header : headers) {
            out.writeUTF(header.key());
            write(out, header.value());
        }
    }

    static Example readFrom(DataInputStream in) throws IOException {
        var key = some(read(in));
        var value = read(in);
        var headers = new ArrayList<Header>();
        for (var left = in.readInt(); left > 0; left--) {
            headers.add(new RecordHeader(in.readUTF(), some(read(in))));
        }
        return new Example(key, value, headers);
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? NONE : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length == NONE ? null : in.readNBytes(length);
    }

    private static byte[] some(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            throw new IOException("A key or a header is missing");
        }
        return bytes;
    }
}
