package jp.tenkyo.status.table;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets changes that are too old, once an hour, a bounded number in one go. */
public final class ChangePruning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePruning.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);

    private final ChangeLog changes;
    private final int partitions;
    private final InstantSource machineClock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    public ChangePruning(ChangeLog changes, int partitions, InstantSource machineClock) {
        this.changes = changes;
        this.partitions = partitions;
        this.machineClock = machineClock;
    }

    private void prune() {
        var rest = EVERY;
        do {
            rest = EVERY;
            for (var partition = 0; partition < partitions; partition++) {
                if (changes.prune(partition, machineClock.instant())) {
                    rest = REST;
                }
            }
        } while (rested(rest));
    }

    private boolean rested(Duration rest) {
        try {
            return !stop.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform()
                .daemon()
                .name("change-pruning")
                .uncaughtExceptionHandler((_, e) -> LOG.error("Changes are no longer pruned; restart.", e))
                .start(this::prune);
    }

    @Override
    public void stop() {
        stop.countDown();
        var pruning = thread;
        try {
            if (pruning != null && !pruning.join(ENDED_WITHIN)) {
                LOG.warn("The pruning of changes did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        var pruning = thread;
        return pruning != null && pruning.isAlive();
    }
}
