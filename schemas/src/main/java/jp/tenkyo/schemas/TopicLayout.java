package jp.tenkyo.schemas;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How the catalogue's topics lie on one installation's brokers.
 *
 * @param partitions of every topic. Inputs are joined by holder, so all share one count, and it is never changed: a
 *     holder's key would move to another partition than the one that holds the holder's certificates.
 * @param replicationFactor copies of every partition
 */
public record TopicLayout(int partitions, short replicationFactor) {

    public TopicLayout {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be 1 or more, not " + partitions);
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException("replicationFactor must be 1 or more, not " + replicationFactor);
        }
    }

    /** Settings that the topic must have on the broker, by Kafka's names. */
    public Map<String, String> settingsOf(Topic topic) {
        return switch (topic.keep()) {
            case Topic.Keep.Latest() -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case Topic.Keep.For(var time) ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(time.toMillis()));
        };
    }
}
