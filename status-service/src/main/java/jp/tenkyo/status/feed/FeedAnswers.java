package jp.tenkyo.status.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.Problem;
import jp.tenkyo.status.access.SeenStatus;
import jp.tenkyo.status.core.LastKnown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a subscriber is answered. */
final class FeedAnswers {

    private final AccessLog log;

    FeedAnswers(AccessLog log) {
        this.log = log;
    }

    /**
     * @param changes in order; those of a certificate by rising version, and in doubt after the version that is
     * @param cursor where to go on, to be kept by the subscriber once it has taken the changes in
     * @param more whether it is worth asking again at once
     */
    record ChangesAnswer(List<SeenStatus> changes, String cursor, boolean more) {}

    /**
     * @param nextPage to be asked for next; not there on the last page
     * @param cursor where the feed goes on after the whole snapshot; on the last page alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SnapshotAnswer(
            List<SeenStatus> certificates,
            @Nullable String nextPage,
            @Nullable String cursor) {}

    ResponseEntity<Object> of(FeedPage page, Client client) {
        return switch (page) {
            case FeedPage.Changes(var rows, var next, var more) ->
                told(client, "feed", rows, new ChangesAnswer(seen(rows, client), next.text(), more));
            case FeedPage.Snapshot(var rows, var begun, var next) ->
                told(
                        client,
                        "snapshot",
                        rows,
                        new SnapshotAnswer(
                                seen(rows, client),
                                next.map(PageToken::text).orElse(null),
                                next.isPresent() ? null : begun.text()));
            case FeedPage.TooOld() -> tooOld();
            case FeedPage.Unknown() -> unknown();
            case FeedPage.Stale(var why) -> stale(why);
        };
    }

    private ResponseEntity<Object> told(Client client, String channel, List<LastKnown> rows, Object answer) {
        log.told(client, channel, rows.size());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    static List<SeenStatus> seen(List<LastKnown> rows, Client client) {
        var detail = client.permission().detail();
        return rows.stream().map(known -> SeenStatus.of(known, detail)).toList();
    }

    static ResponseEntity<Object> stale(String why) {
        return Problem.later("stale", "Nothing may be told now", why, Feed.ASK_AGAIN_AFTER);
    }

    private static ResponseEntity<Object> tooOld() {
        return Problem.answer(
                HttpStatus.GONE,
                "cursor-too-old",
                "The cursor is too old",
                "Changes after it are no longer kept. Take GET /feed/snapshot, replace what you have by it, and go on with its cursor.");
    }

    static ResponseEntity<Object> unknown() {
        return Problem.answer(
                HttpStatus.BAD_REQUEST,
                "cursor-unknown",
                "The cursor is unknown",
                "It was not given out by this service, or was cut off. Send it as it came; if it is lost, take GET /feed/snapshot.");
    }

    static ResponseEntity<Object> missing() {
        return Problem.answer(
                HttpStatus.BAD_REQUEST,
                "cursor-missing",
                "The cursor is missing",
                "Take GET /feed/snapshot and go on with its cursor, or say after=latest to begin with what comes next.");
    }

    static ResponseEntity<Object> outOfBounds(String what) {
        return Problem.answer(HttpStatus.BAD_REQUEST, "out-of-bounds", "A number is out of bounds", what);
    }

    static ResponseEntity<Object> full() {
        return Problem.later(
                "too-many-waiting",
                "Too many wait",
                "This client, or all together, hold too many streams open. Close one, or ask again later.",
                Feed.ASK_AGAIN_AFTER);
    }
}
