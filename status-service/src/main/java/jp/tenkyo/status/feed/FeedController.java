package jp.tenkyo.status.feed;

import java.time.Duration;
import java.util.Optional;
import jp.tenkyo.status.access.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The feed over HTTP: once, waiting, or as a stream. */
@RestController
class FeedController {

    private static final int LIMIT_MAX = 1_000;
    private static final String LIMIT_DEFAULT = "500";
    private static final String LATEST = "latest";
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private final Feed feed;
    private final FeedAnswers answers;
    private final Waiters waiters;
    private final FeedSettings settings;

    FeedController(Feed feed, FeedAnswers answers, Waiters waiters, FeedSettings settings) {
        this.feed = feed;
        this.answers = answers;
        this.waiters = waiters;
        this.settings = settings;
    }

    /**
     * Changes after a cursor.
     *
     * @param wait seconds to wait for one, where there is none yet
     */
    @GetMapping("/feed")
    DeferredResult<ResponseEntity<Object>> feed(
            @RequestAttribute(Client.ATTRIBUTE) Client client,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = LIMIT_DEFAULT) int limit,
            @RequestParam(defaultValue = "0") int wait) {
        var result = new DeferredResult<ResponseEntity<Object>>(
                settings.waitMax().plus(ANSWERED_WITHIN).toMillis());
        var start = start(after);
        if (wait < 0 || wait > settings.waitMax().toSeconds()) {
            result.setResult(FeedAnswers.outOfBounds(
                    "wait must be 0 to %d seconds.".formatted(settings.waitMax().toSeconds())));
        } else if (limit < 1 || limit > LIMIT_MAX) {
            result.setResult(limitOutOfBounds());
        } else if (start instanceof Start.Refused(var refusal)) {
            result.setResult(refusal);
        } else if (start instanceof Start.At(var cursor)) {
            waiters.answer(result, client, cursor, limit, Duration.ofSeconds(wait));
        }
        return result;
    }

    /** The same as server-sent events, without end. */
    @GetMapping(path = "/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Object stream(
            @RequestAttribute(Client.ATTRIBUTE) Client client,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return switch (start(lastEventId == null ? after : lastEventId)) {
            case Start.Refused(var refusal) -> refusal;
            case Start.At(var cursor) -> stream(client, cursor);
        };
    }

    /** Whoever could not begin gets a status that says so, and no stream that breaks off. */
    private Object stream(Client client, Cursor cursor) {
        var first = feed.after(cursor, client.permission(), 1);
        return first instanceof FeedPage.Changes ? waiters.stream(client, cursor) : answers.of(first, client);
    }

    /** All certificates that the client may see, page by page. */
    @GetMapping("/feed/snapshot")
    ResponseEntity<Object> snapshot(
            @RequestAttribute(Client.ATTRIBUTE) Client client,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = LIMIT_DEFAULT) int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            return limitOutOfBounds();
        }
        var token = Optional.ofNullable(page).flatMap(PageToken::parse);
        return page != null && token.isEmpty()
                ? FeedAnswers.unknown()
                : answers.of(feed.snapshot(token, client.permission(), limit), client);
    }

    private static ResponseEntity<Object> limitOutOfBounds() {
        return FeedAnswers.outOfBounds("limit must be 1 to %d.".formatted(LIMIT_MAX));
    }

    private sealed interface Start {
        record At(Cursor cursor) implements Start {}

        record Refused(ResponseEntity<Object> refusal) implements Start {}
    }

    private Start start(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return new Start.Refused(FeedAnswers.missing());
        }
        if (after.equals(LATEST)) {
            return feed.latest()
                    .<Start>map(Start.At::new)
                    .orElseGet(() -> new Start.Refused(FeedAnswers.stale("The table is stale.")));
        }
        return Cursor.parse(after).<Start>map(Start.At::new).orElseGet(() -> new Start.Refused(FeedAnswers.unknown()));
    }
}
