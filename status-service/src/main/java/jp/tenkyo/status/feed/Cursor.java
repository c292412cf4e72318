package jp.tenkyo.status.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscriber's place in the feed. It is made of places in the topic, so it means the same on every instance.
 *
 * @param topic which topic: its id, cut short. A topic made anew has other offsets
 * @param offsets of each partition, that of the change that comes next, or one before it
 */
public record Cursor(long topic, List<Long> offsets) {

    private static final byte VERSION = 1;

    public Cursor {
        offsets = List.copyOf(offsets);
    }

    /** @param topicId the broker's */
    static long topic(String topicId) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(topicId.getBytes(UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    long offset(int partition) {
        return offsets.get(partition);
    }

    public String text() {
        return Sealed.write(bytes());
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(1 + Long.BYTES + offsets.size() * Long.BYTES)
                .put(VERSION)
                .putLong(topic);
        offsets.forEach(bytes::putLong);
        return bytes.array();
    }

    /** Empty where no cursor was ever given out like that. */
    public static Optional<Cursor> parse(String text) {
        return Sealed.read(text).flatMap(Cursor::read);
    }

    static Optional<Cursor> read(ByteBuffer bytes) {
        if (bytes.remaining() < 1 + 2 * Long.BYTES
                || (bytes.remaining() - 1) % Long.BYTES != 0
                || bytes.get() != VERSION) {
            return Optional.empty();
        }
        var topic = bytes.getLong();
        var offsets = new ArrayList<Long>();
        while (bytes.hasRemaining()) {
            offsets.add(bytes.getLong());
        }
        return offsets.stream().allMatch(offset -> offset >= 0)
                ? Optional.of(new Cursor(topic, offsets))
                : Optional.empty();
    }
}
