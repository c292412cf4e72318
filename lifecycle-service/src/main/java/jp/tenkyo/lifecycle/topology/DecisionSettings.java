package jp.tenkyo.lifecycle.topology;

import java.time.Duration;
import java.util.Map;
import jp.tenkyo.lifecycle.core.Policy;

/**
 * What the decisions need to know of their surroundings.
 *
 * @param policy the numbers of the rule book
 * @param partitions of every input topic
 * @param registry settings of the schema registry's client
 * @param tickEvery how often to look for what is due
 * @param duePerTickMax holders decided in one tick; the rest waits for the next, so that inputs are not held up
 */
public record DecisionSettings(
        Policy policy, int partitions, Map<String, ?> registry, Duration tickEvery, int duePerTickMax) {

    public DecisionSettings {
        if (partitions < 1 || duePerTickMax < 1 || !tickEvery.isPositive()) {
            throw new IllegalArgumentException("partitions, duePerTickMax and tickEvery must be positive: " + partitions
                    + ", " + duePerTickMax + ", " + tickEvery);
        }
    }
}
