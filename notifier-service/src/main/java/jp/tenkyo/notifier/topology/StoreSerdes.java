package jp.tenkyo.notifier.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import jp.tenkyo.notifier.core.ContactPoint;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Bytes of the stores: a version, then the fields. Not the registry's format: a store must open while the registry is
 * away, and keys must sort by instant.
 */
final class StoreSerdes {

    /** Of each store its own: what an older format holds stays readable, and only what changed gets a newer one. */
    private static final int WAITING = 2;

    private static final int CONTACT_POINT = 1;
    private static final int STANDING = 1;

    private StoreSerdes() {}

    /** Big-endian, so that RocksDB's order of bytes is the order of instants (from 1970 on). */
    static Serde<Due> due() {
        return Serdes.serdeFrom(
                (topic, due) -> {
                    var noticeId = due.noticeId().getBytes(UTF_8);
                    return ByteBuffer.allocate(Long.BYTES + noticeId.length)
                            .putLong(due.at().toEpochMilli())
                            .put(noticeId)
                            .array();
                },
                (topic, bytes) -> new Due(
                        Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()),
                        new String(bytes, Long.BYTES, bytes.length - Long.BYTES, UTF_8)));
    }

    static Serde<Waiting> waiting() {
        return versioned(WAITING, StoreFields::writeWaiting, StoreFields::readWaiting);
    }

    static Serde<ContactPoint> contactPoint() {
        return versioned(CONTACT_POINT, StoreFields::writeContact, (in, _) -> StoreFields.readContact(in));
    }

    static Serde<Standing> standing() {
        return versioned(STANDING, StoreFields::writeStanding, (in, _) -> StoreFields.readStanding(in));
    }

    private static <T> Serde<T> versioned(int version, Writer<T> writer, Reader<T> reader) {
        // A null value is a deletion, which Kafka Streams passes through its serializers.
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : bytes(version, value, writer),
                (topic, bytes) -> bytes == null ? null : value(version, bytes, reader));
    }

    private static <T> byte[] bytes(int version, T value, Writer<T> writer) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            writer.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T value(int version, byte[] bytes, Reader<T> reader) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var found = in.readByte();
            if (found < 1 || found > version) {
                throw new IllegalStateException("A store holds format " + found + ", this release reads 1 to " + version
                        + ": run the newer release again.");
            }
            return reader.read(in, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writer<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream in, int format) throws IOException;
    }
}
