package jp.tenkyo.schemas;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a schema registry that is away, in place, so that no record is dead-lettered for it. Bounded: a stream
 * thread must come back to its broker before {@code max.poll.interval.ms} is over. Safe for use by several threads.
 */
public final class RegistryPatience {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration atMost;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param atMost how long to wait for the registry before giving the thread back */
    public RegistryPatience(Duration atMost) {
        this.atMost = atMost;
    }

    /** Ends all waiting, for a service that shuts down. */
    public void end() {
        ended.countDown();
    }

    /**
     * Asks until the registry answers.
     *
     * @throws RegistryUnavailableException if it does not within the bound, or the service shuts down
     */
    public <T> T ask(Supplier<T> question) {
        var giveUpAt = System.nanoTime() + atMost.toNanos();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return question.get();
            } catch (RegistryUnavailableException e) {
                if (System.nanoTime() + pause.toNanos() > giveUpAt) {
                    throw e;
                }
                LOG.warn("The schema registry is away; trying again in {} ms.", pause.toMillis());
                pauseOrThrow(pause, e);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void pauseOrThrow(Duration pause, RegistryUnavailableException reason) {
        try {
            if (ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw reason;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
