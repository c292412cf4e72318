package jp.tenkyo.lifecycle.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a task asks for its transaction to be committed: soon, as long as it keeps up with what comes in, so that others
 * learn of a revocation within a blink; only at {@code commit.interval.ms} while it works off a backlog, where few
 * large transactions cost half of many small ones. It decides nothing but latency: what is in a transaction is the
 * same.
 */
final class CommitPace {

    private static final Duration EVERY = Duration.ofMillis(50);

    /** An input that lay longer than this, since it was sent, tells of a backlog. */
    private static final Duration KEPT_UP_WITHIN = Duration.ofMillis(300);

    private final ProcessorContext<?, ?> context;
    private boolean uncommitted;
    private boolean behind;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** All tasks of a thread share one transaction: anchored, they ask at the same time, and it is committed once. */
    static CommitPace start(ProcessorContext<?, ?> context) {
        var pace = new CommitPace(context);
        context.schedule(Instant.EPOCH, EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> pace.tick());
        return pace;
    }

    /** @param sentAt Kafka timestamp of an input, in milliseconds */
    void took(long sentAt) {
        uncommitted = true;
        behind = context.currentSystemTimeMs() - sentAt > KEPT_UP_WITHIN.toMillis();
    }

    /** Something was decided that no input caused. */
    void didDueWork() {
        uncommitted = true;
    }

    private void tick() {
        if (uncommitted && !behind) {
            context.commit();
            uncommitted = false;
        }
        // The next input says whether the backlog goes on; where none comes, it is worked off.
        behind = false;
    }
}
