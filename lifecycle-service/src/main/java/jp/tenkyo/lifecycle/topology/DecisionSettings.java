package jp.tenkyo.lifecycle.topology;

import java.time.Duration;
import java.util.Map;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.issuers.Issuers;

/**
 * What the decisions need to know of their surroundings.
 *
 * @param policy the numbers of the rule book
 * @param partitions of every input topic
 * @param registry settings of the schema registry's client
 * @param tickEvery how often to look for what is due
 * @param duePerTickMax holders decided in one tick; the rest waits for the next, so that inputs are not held up
 * @param issuers whose certificates are taken
 */
public record DecisionSettings(
        Policy policy,
        int partitions,
        Map<String, ?> registry,
        Duration tickEvery,
        int duePerTickMax,
        Issuers issuers,
        Walks walks) {

    /**
     * Bounds of a walk through all holders of a task, where an issuer's key is compromised.
     *
     * @param holdersMax looked at in one tick
     * @param atMost how long one tick may take
     * @param progressEvery how often to tell how far it is
     */
    public record Walks(int holdersMax, Duration atMost, Duration progressEvery) {

        public static final Walks USUAL = new Walks(1_000, Duration.ofMillis(50), Duration.ofSeconds(5));

        public Walks {
            if (holdersMax < 1 || !atMost.isPositive() || progressEvery.isNegative()) {
                throw new IllegalArgumentException(
                        "walks.holders-max and walks.at-most must be positive, walks.progress-every not negative: "
                                + holdersMax + ", " + atMost + ", " + progressEvery);
            }
        }
    }

    /** Takes certificates of every issuer. */
    public DecisionSettings(
            Policy policy, int partitions, Map<String, ?> registry, Duration tickEvery, int duePerTickMax) {
        this(policy, partitions, registry, tickEvery, duePerTickMax, Issuers.EVERY, Walks.USUAL);
    }

    public DecisionSettings {
        if (partitions < 1 || duePerTickMax < 1 || !tickEvery.isPositive()) {
            throw new IllegalArgumentException("partitions, duePerTickMax and tickEvery must be positive: " + partitions
                    + ", " + duePerTickMax + ", " + tickEvery);
        }
    }
}
