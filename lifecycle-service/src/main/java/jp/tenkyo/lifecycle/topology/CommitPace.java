package jp.tenkyo.lifecycle.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a task asks for its transaction to be committed: within a blink, as long as it keeps up with what comes in, so
 * that others learn of a revocation at once; and the later, the longer its inputs have waited, up to
 * {@code commit.interval.ms}, since few large transactions cost half of many small ones. A transaction lasts no longer
 * than half of what its inputs have waited already, so nobody waits much longer for its being large. It decides nothing
 * but latency: what is in a transaction is the same.
 */
final class CommitPace {

    private final ProcessorContext<?, ?> context;
    private boolean uncommitted;
    /** In milliseconds, of the input that was taken last. */
    private long waited;
    /** In milliseconds since the epoch. */
    private long committedAt;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** All tasks of a thread share one transaction: anchored, they ask at the same time, and it is committed once. */
    static CommitPace start(ProcessorContext<?, ?> context, Duration every) {
        var pace = new CommitPace(context);
        context.schedule(Instant.EPOCH, every, PunctuationType.WALL_CLOCK_TIME, _ -> pace.tick());
        return pace;
    }

    /** @param sentAt Kafka timestamp of an input, in milliseconds */
    void took(long sentAt) {
        uncommitted = true;
        waited = context.currentSystemTimeMs() - sentAt;
    }

    /** Something was decided that no input caused. */
    void didDueWork() {
        uncommitted = true;
    }

    private void tick() {
        var now = context.currentSystemTimeMs();
        if (uncommitted && now - committedAt >= waited / 2) {
            context.commit();
            uncommitted = false;
            committedAt = now;
        }
        // The next input says whether the backlog goes on; where none comes, it is worked off.
        waited = 0;
    }
}
