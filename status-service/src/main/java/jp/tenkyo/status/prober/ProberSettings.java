package jp.tenkyo.status.prober;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenkyo.status.prober.core.Bounds;
import jp.tenkyo.status.prober.core.Channel;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the channels are held against the topic, under {@code tenkyo.prober}.
 *
 * @param enabled whether this instance does so, with its own channels
 * @param serviceUrl where this instance is reached; empty: on the loopback, without TLS
 * @param within how long after the topic each channel may still say something else
 * @param changeEvery between two changes that are followed
 * @param changesMax followed at the same time
 * @param unchangedEvery between two looks at certificates that have not changed
 * @param unchangedMax kept to be looked at
 * @param answerWithin how long an answer may take; later counts as none
 * @param listSizeMax lists that are larger are not held against the topic: they are read as a whole, into memory
 */
@ConfigurationProperties("tenkyo.prober")
public record ProberSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String serviceUrl,
        @DefaultValue Within within,
        @DefaultValue("200ms") Duration changeEvery,
        @DefaultValue("64") int changesMax,
        @DefaultValue("5s") Duration unchangedEvery,
        @DefaultValue("256") int unchangedMax,
        @DefaultValue("2s") Duration answerWithin,
        @DefaultValue("4MB") DataSize listSizeMax) {

    private static final int WATCHED_MAX = 1_000;
    private static final DataSize LIST_SIZE_MAX = DataSize.ofMegabytes(64);

    /** For each channel. */
    public record Within(
            @DefaultValue("1s") Duration ocsp,
            @DefaultValue("60s") Duration list,
            @DefaultValue("1s") Duration feed,
            @DefaultValue("1s") Duration webhook) {}

    public ProberSettings {
        for (var duration : List.of(
                within.ocsp(),
                within.list(),
                within.feed(),
                within.webhook(),
                changeEvery,
                unchangedEvery,
                answerWithin)) {
            if (!duration.isPositive()) {
                throw new IllegalArgumentException("The durations of tenkyo.prober must be more than 0");
            }
        }
        if (changesMax < 1 || changesMax > WATCHED_MAX || unchangedMax < 1 || unchangedMax > WATCHED_MAX) {
            throw new IllegalArgumentException(
                    "tenkyo.prober: changes-max and unchanged-max must be 1 to %d".formatted(WATCHED_MAX));
        }
        if (listSizeMax.compareTo(LIST_SIZE_MAX) > 0 || listSizeMax.isNegative()) {
            throw new IllegalArgumentException(
                    "tenkyo.prober.list-size-max must be %s at most".formatted(LIST_SIZE_MAX));
        }
        if (!serviceUrl.isEmpty() && !serviceUrl.matches("https?://[^/?#\\s]+")) {
            throw new IllegalArgumentException(
                    "tenkyo.prober.service-url must be http:// or https:// and a host, without a path, or empty");
        }
    }

    Bounds bounds(Set<Channel> channels) {
        var all = new EnumMap<>(Map.of(
                Channel.OCSP, within.ocsp(),
                Channel.LIST, within.list(),
                Channel.FULL_LIST, within.list(),
                Channel.FEED, within.feed(),
                Channel.WEBHOOK, within.webhook()));
        all.keySet().retainAll(channels);
        return new Bounds(all, changeEvery, changesMax, unchangedEvery, unchangedMax);
    }
}
