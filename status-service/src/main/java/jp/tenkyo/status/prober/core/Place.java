package jp.tenkyo.status.prober.core;

import java.util.Map;

/** Where the topic has a record. */
public record Place(int partition, long offset) {

    /** @param ends next offset of each partition; a partition that is missing has no record after its end */
    boolean isAtOrAfter(Map<Integer, Long> ends) {
        return offset >= ends.getOrDefault(partition, Long.MAX_VALUE);
    }
}
