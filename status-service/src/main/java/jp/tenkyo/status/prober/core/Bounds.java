package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.util.Map;

/**
 * How much is watched, and what is promised.
 *
 * @param within for each channel that there is: how long after the topic it may still say something else
 * @param takenEvery between two changes that are taken into the sample
 * @param watchedMax changed certificates watched at the same time; no new one is taken beyond it
 * @param unchangedEvery between two looks at certificates that have not changed
 * @param unchangedMax unchanged certificates kept to be looked at
 */
public record Bounds(
        Map<Channel, Duration> within, Duration takenEvery, int watchedMax, Duration unchangedEvery, int unchangedMax) {

    public Bounds {
        within = Map.copyOf(within);
    }

    Duration within(Channel channel) {
        return within.getOrDefault(channel, Duration.ZERO);
    }
}
