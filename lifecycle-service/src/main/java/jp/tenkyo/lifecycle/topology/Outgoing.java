package jp.tenkyo.lifecycle.topology;

import java.util.Optional;
import jp.tenkyo.schemas.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way out: where to, and its value as bytes. Key and headers go with the record itself.
 *
 * @param partition where it must lie; empty for where its key says
 */
@SuppressWarnings("ArrayRecordComponent") // Handed through, never compared.
record Outgoing(Topic topic, Optional<Integer> partition, byte @Nullable [] value) {

    Outgoing(Topic topic, byte @Nullable [] value) {
        this(topic, Optional.empty(), value);
    }
}
