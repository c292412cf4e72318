package jp.tenkyo.status.prober;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that takes turns until it is stopped. A turn that fails is logged, and the next one is taken. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(3);

    private final String name;
    private final Turn turn;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /** Something to do again and again. */
    interface Turn {
        /** @return how long to rest after it */
        Duration take() throws InterruptedException;
    }

    Loop(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("prober-" + name).start(this::run);
    }

    private void run() {
        try {
            while (!stop.await(take().toMillis(), TimeUnit.MILLISECONDS)) {
                // The next turn is taken by the condition.
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("{} has ended", name, e);
        }
    }

    private Duration take() throws InterruptedException {
        try {
            return turn.take();
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The prober's {} goes on after a failure", name, e);
            return AFTER_FAILURE;
        }
    }

    void stop() {
        stop.countDown();
        var running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (!running.join(ENDED_WITHIN)) {
                LOG.warn("The prober's {} did not end in time.", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
