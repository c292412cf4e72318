package jp.tenkyo.status.lists;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes lists again and again, on one thread of its own with the lowest priority: no revocation waits for it. */
final class ListBuilding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ListBuilding.class);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_EVERY = Duration.ofDays(1);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);

    private final List<IssuerLists> all;
    private final ListRound round;
    private final DirtyMarks marks;
    private final ListSettings settings;
    private final ListMetrics metrics;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Instant forgottenAt = Instant.EPOCH;
    private volatile @Nullable Thread thread;

    ListBuilding(
            List<IssuerLists> all,
            ListRound round,
            DirtyMarks marks,
            ListSettings settings,
            ListMetrics metrics,
            InstantSource clock) {
        this.all = List.copyOf(all);
        this.round = round;
        this.marks = marks;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    private void build() {
        sweep();
        var rest = TRIED_AGAIN_AFTER;
        while (!rested(rest)) {
            var allWell = true;
            for (var lists : all) {
                allWell &= stop.getCount() == 0 || make(lists);
            }
            rest = allWell ? settings.buildEvery() : TRIED_AGAIN_AFTER;
            forget();
        }
    }

    /** @return whether it came to its end, well or with nothing to do */
    boolean make(IssuerLists lists) {
        var dirt = marks.take(lists.issuerKeyId());
        try {
            var made = round.run(lists.signer(), lists.shelf(), dirt);
            if (!made.lists().isEmpty()) {
                metrics.made(lists, made);
                LOG.info(
                        "Published {} revocation lists of issuer {} in {} ms.",
                        made.lists().size(),
                        lists.issuerKeyId(),
                        made.took().toMillis());
            }
            return true;
        } catch (ListRefusedException e) {
            refused(lists, e);
        } catch (IOException | RuntimeException e) {
            LOG.error("No revocation list of issuer {} was published", lists.issuerKeyId(), e);
            metrics.failed(lists);
        }
        marks.giveBack(lists.issuerKeyId(), dirt);
        return false;
    }

    private void refused(IssuerLists lists, ListRefusedException e) {
        if (e.isPassing()) {
            LOG.debug("No list of issuer {} was made: {}", lists.issuerKeyId(), e.getMessage());
        } else {
            LOG.error("No list of issuer {} was published: {}", lists.issuerKeyId(), e.getMessage());
            metrics.failed(lists);
        }
    }

    private void sweep() {
        for (var lists : all) {
            try {
                lists.shelf().sweep();
            } catch (IOException | RuntimeException e) {
                LOG.warn("What a crash left of lists of issuer {} was not deleted", lists.issuerKeyId(), e);
            }
        }
    }

    private void forget() {
        var now = clock.instant();
        if (now.isBefore(forgottenAt.plus(FORGOTTEN_EVERY))) {
            return;
        }
        forgottenAt = now;
        for (var lists : all) {
            try {
                lists.shelf().forgetBefore(now.minus(settings.keptFor()));
            } catch (IOException | RuntimeException e) {
                LOG.warn("Old lists of issuer {} were not deleted", lists.issuerKeyId(), e);
            }
        }
    }

    /** @return whether it is to stop */
    private boolean rested(Duration rest) {
        try {
            return stop.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    // Nothing relies on the priority: it only lets answers go first where processors are few.
    @SuppressWarnings("ThreadPriorityCheck")
    @Override
    public void start() {
        if (!all.isEmpty()) {
            var building = Thread.ofPlatform()
                    .daemon()
                    .name("lists")
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(this::build);
            thread = building;
            building.start();
        }
    }

    /** The table must not be closed under a walk through it. */
    @Override
    public void stop() {
        stop.countDown();
        var building = thread;
        try {
            if (building != null && !building.join(ENDED_WITHIN)) {
                LOG.warn("The building of lists did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        var building = thread;
        return building != null && building.isAlive();
    }
}
