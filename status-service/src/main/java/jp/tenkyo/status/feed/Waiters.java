package jp.tenkyo.status.feed;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.status.access.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Those who wait, each on a virtual thread, so that they hold none of the web server's. */
final class Waiters implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Waiters.class);

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    private final LongPoll poll;
    private final FeedStream stream;
    private final FeedAnswers answers;
    private final ChangeSignal signal;
    private final WaitingRoom room;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("feed-", 0).factory());
    private volatile boolean running;

    Waiters(LongPoll poll, FeedStream stream, FeedAnswers answers, ChangeSignal signal, WaitingRoom room) {
        this.poll = poll;
        this.stream = stream;
        this.answers = answers;
        this.signal = signal;
        this.room = room;
    }

    /** Where there is no room to wait, it is answered at once: waiting was a wish. */
    void answer(DeferredResult<ResponseEntity<Object>> result, Client client, Cursor cursor, int limit, Duration wait) {
        var waits = wait.isPositive() && room.enter(client);
        if (!waits) {
            result.setResult(page(client, cursor, limit, Duration.ZERO));
            return;
        }
        threads.execute(() -> {
            try {
                result.setResult(page(client, cursor, limit, wait));
            } catch (RuntimeException e) {
                result.setErrorResult(e);
            } finally {
                room.leave(client);
            }
        });
    }

    private ResponseEntity<Object> page(Client client, Cursor cursor, int limit, Duration wait) {
        try {
            return answers.of(poll.after(cursor, client.permission(), limit, wait), client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FeedAnswers.stale("The service ends.");
        }
    }

    /** @return the stream, or why there is none */
    Object stream(Client client, Cursor cursor) {
        if (!room.enter(client)) {
            return FeedAnswers.full();
        }
        var emitter = new SseEmitter(stream.longest().toMillis());
        threads.execute(() -> {
            try {
                stream.run(emitter, cursor, client);
            } catch (RuntimeException e) {
                LOG.error("A stream failed", e);
                emitter.completeWithError(e);
            } finally {
                room.leave(client);
            }
        });
        return emitter;
    }

    @Override
    public void start() {
        running = true;
    }

    /** In the last phase, which ends first: the web server would otherwise wait for the streams. */
    @Override
    public void stop() {
        running = false;
        signal.end();
        threads.shutdownNow();
        try {
            // They read the table, which is closed next.
            if (!threads.awaitTermination(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Those who wait for changes did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
