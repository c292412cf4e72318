package jp.tenkyo.status.freshness;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.status.freshness.Freshness.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks once a second, on a thread of its own, so that a reader that hangs cannot call itself fresh. A look that is too
 * old counts for nothing: if this thread dies, the table is stale.
 */
public final class FreshnessWatch implements Freshness.Source, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FreshnessWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    private final TopicEnds ends;
    private final Reach reach;
    private final Duration staleAfter;
    private final InstantSource clock;
    private final AtomicReference<Look> latest;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    private record Look(Freshness freshness, Instant at, int generation, boolean caughtUp, long recordsBehind) {}

    /**
     * @param staleAfter N: answers rest on what the topic held this long ago, or on later
     * @param clock monotonic: the machine's may be set back, and would then call fresh what is stale
     */
    public FreshnessWatch(TopicEnds ends, Reach reach, Duration staleAfter, InstantSource clock) {
        this.ends = ends;
        this.reach = reach;
        this.staleAfter = staleAfter;
        this.clock = clock;
        var now = clock.instant();
        this.latest = new AtomicReference<>(new Look(new Freshness.Stale(Reason.CATCHING_UP, now), now, 0, false, 0));
    }

    @Override
    public Freshness now() {
        var look = requireNonNull(latest.get());
        return look.freshness().isFresh() ? nowRather(look) : look.freshness();
    }

    /** What has happened since the look counts at once. */
    private Freshness nowRather(Look look) {
        var state = reach.now();
        if (state.ended()) {
            return new Freshness.Stale(Reason.READER_ENDED, state.polledAt());
        }
        if (state.generation() != look.generation()) {
            return new Freshness.Stale(Reason.CATCHING_UP, state.polledAt());
        }
        var last = look.at().plus(staleAfter);
        return clock.instant().isAfter(last) ? new Freshness.Stale(Reason.WATCH_ENDED, last) : look.freshness();
    }

    /** Whether the table has been whole once since it was begun. */
    public boolean hasCaughtUp() {
        return requireNonNull(latest.get()).caughtUp();
    }

    /** As of the last look. */
    public long recordsBehind() {
        return requireNonNull(latest.get()).recordsBehind();
    }

    public boolean isAlive() {
        var watching = thread;
        return watching != null && watching.isAlive();
    }

    private void watch() {
        var rule = new FreshnessRule(staleAfter, clock.instant());
        var generation = reach.now().generation();
        do {
            var asked = clock.instant();
            var seen = ends.now(staleAfter.dividedBy(2));
            var state = reach.now();
            if (state.generation() != generation) {
                generation = state.generation();
                rule.startOver();
            }
            seen.ifPresent(found -> rule.observed(asked, found));
            publish(rule, state);
        } while (rested());
    }

    private void publish(FreshnessRule rule, Reach.State state) {
        var now = clock.instant();
        var alive = !state.ended() && !state.polledAt().isBefore(now.minus(staleAfter));
        Map<Integer, Long> positions = state.positions();
        var freshness = rule.judge(now, positions, alive);
        var before = requireNonNull(latest.getAndSet(
                new Look(freshness, now, state.generation(), rule.hasCaughtUp(), rule.recordsBehind(positions))));
        if (!before.freshness().equals(freshness)) {
            say(freshness);
        }
    }

    private static void say(Freshness freshness) {
        switch (freshness) {
            case Freshness.Fresh() -> LOG.info("The table is fresh.");
            case Freshness.Stale(var reason, var _) ->
                LOG.warn("The table is stale, and nothing is answered from it: {}", reason.text());
        }
    }

    private boolean rested() {
        try {
            return !stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("freshness").start(this::watch);
    }

    @Override
    public void stop() {
        stop.countDown();
        var watching = thread;
        try {
            if (watching != null && !watching.join(ENDED_WITHIN)) {
                LOG.warn("The watch over freshness did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isAlive();
    }
}
