package jp.tenkyo.notifier.sending;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** How far the topology has read its inputs. For one thread. */
public interface TopicEnds {

    /** The offset behind the last committed record of each partition, as of now. */
    Map<TopicPartition, Long> endsNow(Set<TopicPartition> partitions);

    /** Those partitions of which the topology has read and committed every record before the given offset. */
    Set<TopicPartition> readTo(Map<TopicPartition, Long> ends);
}
