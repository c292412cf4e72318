package jp.tenkyo.status.freshness;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the topic ends, uncommitted records included. */
public interface TopicEnds {

    /**
     * By partition, the offset that the next record will have; empty where the broker does not answer all of it in
     * time.
     */
    Optional<Map<Integer, Long>> now(Duration within);
}
