package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.StatusRow;

/** A sample whose clock is set by the test, in milliseconds since its start. */
final class Probe implements Findings {

    static final Instant BUSINESS = Rows.ENDED;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<Channel, Duration> WITHIN = Map.of(
            Channel.OCSP, Duration.ofSeconds(1),
            Channel.LIST, Duration.ofSeconds(60),
            Channel.FULL_LIST, Duration.ofSeconds(60),
            Channel.FEED, Duration.ofSeconds(1),
            Channel.WEBHOOK, Duration.ofSeconds(1));

    final Sample sample;
    final List<String> found = new ArrayList<>();
    private long offset = 100;

    /** @param channels that there are */
    Probe(Channel... channels) {
        this(10, 10, channels);
    }

    Probe(int watchedMax, int unchangedMax, Channel... channels) {
        var within = new java.util.EnumMap<Channel, Duration>(Channel.class);
        for (var channel : channels) {
            within.put(channel, WITHIN.getOrDefault(channel, Duration.ZERO));
        }
        sample = new Sample(
                new Bounds(within, Duration.ofMillis(1), watchedMax, Duration.ofSeconds(5), unchangedMax),
                (channel, row) -> channel != Channel.WEBHOOK || !row.isNew(),
                this,
                at(0));
        for (var channel : channels) {
            if (!channel.isAsked()) {
                sample.listens(channel, Map.of(0, 100L), at(0));
            }
        }
    }

    static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    /** The topic is read to say this. */
    void topic(long millis, StatusRow row) {
        sample.changed(row, new Place(0, offset++), at(millis), BUSINESS);
    }

    /** An asked channel answers what is so by that row. */
    void answers(long millis, Channel channel, StatusRow row) {
        sample.observed(channel, row.id(), new Observation.Says(Effect.of(row), OptionalInt.empty()), at(millis));
    }

    void answers(long millis, Channel channel, StatusRow about, Observation observation) {
        sample.observed(channel, about.id(), observation, at(millis));
    }

    /** A channel tells that row by itself. */
    void tells(long millis, Channel channel, StatusRow row) {
        sample.told(channel, row.id(), new Observation.Says(Effect.of(row), OptionalInt.of(row.version())), at(millis));
    }

    Standing standing(long millis, Channel channel) {
        return sample.standing(at(millis)).stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    Duration disagreement(long millis, Channel channel) {
        return standing(millis, channel).disagreement();
    }

    @Override
    public void visible(Channel channel, Duration after) {
        found.add("%s visible after %d ms".formatted(channel, after.toMillis()));
    }

    @Override
    public void disagrees(Channel channel, Place record) {
        found.add("%s disagrees with %d".formatted(channel, record.offset()));
    }

    @Override
    public void agreesAgain(Channel channel, Place record) {
        found.add("%s agrees again with %d".formatted(channel, record.offset()));
    }
}
