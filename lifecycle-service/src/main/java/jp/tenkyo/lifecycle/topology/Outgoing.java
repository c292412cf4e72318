package jp.tenkyo.lifecycle.topology;

import jp.tenkyo.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** A record on its way out: where to, and its value as bytes. Key and headers go with the record itself. */
@SuppressWarnings("ArrayRecordComponent") // Handed through, never compared.
record Outgoing(Topic topic, byte @Nullable [] value) {}
