package jp.tenkyo.status.prober;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.tenkyo.status.freshness.TopicEnds;
import jp.tenkyo.status.prober.core.Channel;
import jp.tenkyo.status.prober.core.Sample;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the feed from its latest place on, as a subscriber does who comes back with each cursor. One thread. */
final class FeedFollowing implements Loop.Turn {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(500);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int GONE = 410;

    private final ServiceHttp http;
    private final TopicEnds ends;
    private final Sample sample;
    private final InstantSource clock;
    private @Nullable String cursor;

    /** @param clock monotonic */
    FeedFollowing(ServiceHttp http, TopicEnds ends, Sample sample, InstantSource clock) {
        this.http = http;
        this.ends = ends;
        this.sample = sample;
        this.clock = clock;
    }

    @Override
    public Duration take() throws InterruptedException {
        var place = cursor;
        var went = place == null ? begin() : goOn(place);
        return went ? Duration.ZERO : AFTER_REFUSAL;
    }

    /** The end of the topic is asked for after the cursor was given out, so that all after it is told. */
    private boolean begin() throws InterruptedException {
        var answer = ask("/feed?limit=1&after=latest", http.within());
        var begun = answer.filter(found -> found.statusCode() == OK)
                .flatMap(FeedFollowing::json)
                .flatMap(json -> json.path("cursor").asStringOpt());
        var from = begun.flatMap(_ -> ends.now(http.within()));
        if (from.isEmpty()) {
            sample.refuses(Channel.FEED, true, clock.instant());
            return false;
        }
        cursor = begun.get();
        sample.listens(Channel.FEED, from.get(), clock.instant());
        return true;
    }

    private boolean goOn(String place) throws InterruptedException {
        var path = "/feed?limit=1000&wait=%d&after=%s".formatted(WAIT.toSeconds(), place);
        var answer = ask(path, WAIT.plus(http.within()));
        var status = answer.map(HttpResponse::statusCode).orElse(0);
        var json = answer.filter(found -> found.statusCode() == OK).flatMap(FeedFollowing::json);
        if (json.isPresent()) {
            take(json.get());
            return true;
        }
        if (status == GONE || status == BAD_REQUEST) {
            cursor = null;
            sample.hasMissedSome(Channel.FEED, clock.instant());
        }
        sample.refuses(Channel.FEED, true, clock.instant());
        return false;
    }

    private void take(JsonNode json) {
        var now = clock.instant();
        sample.refuses(Channel.FEED, false, now);
        for (var change : json.path("changes")) {
            ToldStatus.parse(change).ifPresent(told -> sample.told(Channel.FEED, told.id(), told.says(), now));
        }
        cursor = json.path("cursor").asStringOpt().orElse(null);
    }

    private Optional<HttpResponse<byte[]>> ask(String path, Duration within) throws InterruptedException {
        return http.send(http.knownTo(path).timeout(within).build());
    }

    private static Optional<JsonNode> json(HttpResponse<byte[]> answer) {
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
