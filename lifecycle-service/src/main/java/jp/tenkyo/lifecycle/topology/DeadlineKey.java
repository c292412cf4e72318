package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** Key of a deadline: the instant big-endian, so that bytes sort as time does, then the holder. */
record DeadlineKey(Instant at, String holderId) {

    static DeadlineKey of(Bytes bytes) {
        var buffer = ByteBuffer.wrap(bytes.get());
        var at = Instant.ofEpochMilli(buffer.getLong());
        return new DeadlineKey(at, UTF_8.decode(buffer).toString());
    }

    /** Sorts after every key of that instant. */
    static Bytes lastOf(Instant at) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(at.toEpochMilli())
                .put((byte) 0xff)
                .array());
    }

    Bytes bytes() {
        var holder = holderId.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + holder.length)
                .putLong(at.toEpochMilli())
                .put(holder)
                .array());
    }
}
