package jp.tenkyo.status.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.SeenStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events on a thread of their own. The id of an event is the cursor after it, so whoever comes again with
 * Last-Event-ID misses nothing. A stream ends rather than stay silent over a table that is stale.
 */
final class FeedStream {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);
    private static final int EVENTS_AT_ONCE_MAX = 500;

    private final LongPoll poll;
    private final AccessLog log;
    private final FeedSettings settings;
    private final InstantSource clock;

    /** @param clock monotonic */
    FeedStream(LongPoll poll, AccessLog log, FeedSettings settings, InstantSource clock) {
        this.poll = poll;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when the stream has ended, by whomever. */
    void run(SseEmitter emitter, Cursor from, Client client) {
        var until = clock.instant().plus(settings.streamedFor());
        var cursor = from;
        try {
            while (clock.instant().isBefore(until) && !Thread.currentThread().isInterrupted()) {
                var page = poll.after(cursor, client.permission(), EVENTS_AT_ONCE_MAX, settings.heartbeatEvery());
                if (!(page instanceof FeedPage.Changes changes)) {
                    end(emitter, page);
                    break;
                }
                send(emitter, cursor, changes, client);
                cursor = changes.next();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A subscriber has left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    /**
     * A batch is known to be taken in as a whole: its events have the cursor before it as id, the last the one after.
     */
    private void send(SseEmitter emitter, Cursor before, FeedPage.Changes changes, Client client) throws IOException {
        if (changes.rows().isEmpty()) {
            emitter.send(
                    SseEmitter.event().id(changes.next().text()).name("cursor").data("{}"));
            return;
        }
        var seen = FeedAnswers.seen(changes.rows(), client);
        for (var number = 0; number < seen.size(); number++) {
            var last = number == seen.size() - 1;
            emitter.send(event(last ? changes.next() : before, seen.get(number)));
        }
        log.told(client, "stream", seen.size());
    }

    private static SseEmitter.SseEventBuilder event(Cursor id, SeenStatus status) {
        return SseEmitter.event().id(id.text()).name("status").data(status, MediaType.APPLICATION_JSON);
    }

    /** Asking again, the subscriber gets the status and the problem that say more. */
    private static void end(SseEmitter emitter, FeedPage page) throws IOException {
        var why =
                switch (page) {
                    case FeedPage.Stale _ -> "stale";
                    case FeedPage.TooOld _ -> "cursor-too-old";
                    case FeedPage.Unknown _, FeedPage.Snapshot _, FeedPage.Changes _ -> "cursor-unknown";
                };
        emitter.send(SseEmitter.event().name("end").data("{\"why\":\"" + why + "\"}"));
    }

    Duration longest() {
        return settings.streamedFor().plus(settings.heartbeatEvery());
    }
}
