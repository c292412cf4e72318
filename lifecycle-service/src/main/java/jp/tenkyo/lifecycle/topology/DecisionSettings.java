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
 * @param ticks how what is due is looked for
 * @param issuers whose certificates are taken
 * @param walks how all holders of a task are gone through
 * @param commitEvery how often a task that keeps up with its inputs commits; see {@link CommitPace}
 */
public record DecisionSettings(
        Policy policy,
        int partitions,
        Map<String, ?> registry,
        Ticks ticks,
        Issuers issuers,
        Walks walks,
        Duration commitEvery) {

    static final Duration COMMIT_EVERY = Duration.ofMillis(100);

    /**
     * What is decided in one tick; the rest waits for the next, so that inputs are not held up.
     *
     * @param every pause between two
     * @param holdersMax decided in one
     * @param atMost how long one may take
     */
    public record Ticks(Duration every, int holdersMax, Duration atMost) {

        public Ticks {
            if (holdersMax < 1 || !every.isPositive() || !atMost.isPositive()) {
                throw new IllegalArgumentException("ticks.every, ticks.holders-max and ticks.at-most must be positive: "
                        + every + ", " + holdersMax + ", " + atMost);
            }
        }
    }

    /**
     * Bounds of a walk through all holders of a task, where an issuer's key is compromised.
     *
     * @param holdersMax looked at in one tick
     * @param atMost how long one tick may take
     * @param progressEvery how often to tell how far it is
     */
    public record Walks(int holdersMax, Duration atMost, Duration progressEvery) {

        public static final Walks USUAL = new Walks(1_000, Duration.ofMillis(10), Duration.ofSeconds(5));

        public Walks {
            if (holdersMax < 1 || !atMost.isPositive() || progressEvery.isNegative()) {
                throw new IllegalArgumentException(
                        "walks.holders-max and walks.at-most must be positive, walks.progress-every not negative: "
                                + holdersMax + ", " + atMost + ", " + progressEvery);
            }
        }
    }

    /** Takes certificates of every issuer. */
    public DecisionSettings(Policy policy, int partitions, Map<String, ?> registry, Ticks ticks) {
        this(policy, partitions, registry, ticks, Issuers.EVERY, Walks.USUAL, COMMIT_EVERY);
    }

    public DecisionSettings {
        if (partitions < 1 || !commitEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "partitions and commits.every must be positive: " + partitions + ", " + commitEvery);
        }
    }
}
