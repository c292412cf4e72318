package jp.tenkyo.status.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feed answers, under {@code tenkyo.feed}.
 *
 * @param waitMax how long a question may wait for the next change
 * @param streamedFor after this, a stream of events ends and the subscriber comes again
 * @param heartbeatEvery how often a stream without events shows that it lives, and how far it has come
 * @param waitingMax questions and streams of all clients that wait at the same time
 * @param waitingPerClientMax the same of one client
 */
@ConfigurationProperties("tenkyo.feed")
public record FeedSettings(
        @DefaultValue("60s") Duration waitMax,
        @DefaultValue("1h") Duration streamedFor,
        @DefaultValue("15s") Duration heartbeatEvery,
        @DefaultValue("1000") int waitingMax,
        @DefaultValue("20") int waitingPerClientMax) {

    private static final Duration WAIT_BOUND = Duration.ofMinutes(5);

    public FeedSettings {
        if (waitMax.isNegative() || waitMax.compareTo(WAIT_BOUND) > 0) {
            throw new IllegalArgumentException("tenkyo.feed.wait-max must be 0 to 5 min, not " + waitMax);
        }
        if (!streamedFor.isPositive() || !heartbeatEvery.isPositive()) {
            throw new IllegalArgumentException("tenkyo.feed.streamed-for and heartbeat-every must be more than 0");
        }
        if (waitingMax < 1 || waitingPerClientMax < 1) {
            throw new IllegalArgumentException("tenkyo.feed.waiting-max and waiting-per-client-max must be 1 or more");
        }
    }
}
