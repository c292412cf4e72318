package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record lies where its key belongs. Clients on librdkafka place keys by CRC32 unless told otherwise: such a
 * record would meet a task that does not hold the holder's certificates, and revoke nothing, silently.
 */
public final class Routing {

    private Routing() {}

    /** Why the record is misplaced; empty where all is well. */
    public static <T extends SpecificRecord> Optional<Decoded.Poison<T>> fault(
            byte @Nullable [] key, int partition, int partitions) {
        if (key == null) {
            return Optional.of(new Decoded.Poison<>(
                    DeadLetterCause.MISSING_KEY,
                    "The record has no key: its key must be the holderId, as plain text."));
        }
        var expected = partitionOf(key, partitions);
        return expected == partition
                ? Optional.empty()
                : Optional.of(new Decoded.Poison<>(
                        DeadLetterCause.MISROUTED,
                        "MISROUTED: set partitioner=murmur2_random. The key belongs on partition %d of %d, the record is"
                                        .formatted(expected, partitions)
                                + " on %d.".formatted(partition)));
    }

    /** Where a record with that key belongs. */
    public static int partitionOf(byte[] key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key, partitions);
    }

    /** Whether the key is that text, byte by byte. */
    public static boolean keyIs(String text, byte[] key) {
        return Arrays.equals(text.getBytes(UTF_8), key);
    }
}
