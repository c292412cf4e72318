package jp.tenkyo.notifier.sending;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the sender work round after round, from after the streams have started until before they stop. */
public final class SenderLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SenderLoop.class);

    private final Sender sender;
    private final Duration restBetweenRounds;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    public SenderLoop(Sender sender, Duration restBetweenRounds) {
        this.sender = sender;
        this.restBetweenRounds = restBetweenRounds;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("notice-sender").start(this::work);
    }

    private void work() {
        try {
            var dealtWith = 0;
            while (!stopped.await(dealtWith > 0 ? 0 : restBetweenRounds.toMillis(), TimeUnit.MILLISECONDS)) {
                dealtWith = round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int round() throws InterruptedException {
        try {
            return sender.round();
        } catch (KafkaException e) {
            // Stores move during a rebalance, brokers go away: nothing is lost, the outbox is read again.
            LOG.info("The outbox cannot be read just now ({}).", e.getClass().getSimpleName());
            return 0;
        } catch (RuntimeException e) {
            LOG.error("A round of sending failed; the outbox keeps what was not sent.", e);
            return 0;
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
