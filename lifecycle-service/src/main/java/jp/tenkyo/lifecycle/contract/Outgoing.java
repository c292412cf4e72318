package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is about to be sent.
 *
 * @param id CloudEvents id, unique within the source
 * @param key plain text: the holderId
 * @param value in the topic's contract; null forgets the key of a compacted topic
 * @param type CloudEvents type
 * @param time when a door took it in
 */
public record Outgoing(
        Topic topic, String id, String key, @Nullable SpecificRecord value, String type, Instant time) {

    /** CloudEvents source of all that comes in through a door of this service. */
    public static final String SOURCE = "/tenkyo/lifecycle-service/door";
}
