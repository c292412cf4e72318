package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is about to be sent.
 *
 * @param id CloudEvents id, unique within the source
 * @param partition where it must lie; empty for where its key says
 * @param key plain text: the holderId, or the issuerKeyId
 * @param value in the topic's contract; null forgets the key of a compacted topic
 * @param type CloudEvents type
 * @param time when a door took it in
 */
public record Outgoing(
        Topic topic,
        Optional<Integer> partition,
        String id,
        String key,
        @Nullable SpecificRecord value,
        String type,
        Instant time) {

    /** One that lies where its key says. */
    public Outgoing(Topic topic, String id, String key, @Nullable SpecificRecord value, String type, Instant time) {
        this(topic, Optional.empty(), id, key, value, type, time);
    }

    /** The same for every partition, where what it says concerns the keys of all. */
    public List<Outgoing> onEach(int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(one -> new Outgoing(topic, Optional.of(one), id, key, value, type, time))
                .toList();
    }

    /** CloudEvents source of all that comes in through a door of this service. */
    public static final String SOURCE = "/tenkyo/lifecycle-service/door";
}
