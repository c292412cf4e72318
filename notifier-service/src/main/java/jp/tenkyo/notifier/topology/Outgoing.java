package jp.tenkyo.notifier.topology;

import jp.tenkyo.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** A record on its way to a topic. Compared by topic alone in the topology, never as a whole. */
// A value of one pass through the topology: arrays are fine where nobody compares or keeps them.
@SuppressWarnings("ArrayRecordComponent")
record Outgoing(Topic topic, byte @Nullable [] value) {}
