package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tenkyo.lifecycle.core.Policy;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the deadlines of a task's holders anew where the policy is another one than they were computed by: a holder
 * that nothing comes in for would otherwise be looked at when the old settings say.
 *
 * <p>A walk is bounded in each tick, and its cursor goes out in one transaction with what it moved: after a crash it
 * goes on where the last commit left it. A policy that changes while one is under way begins it anew. Inputs are
 * decided by the new policy all the while.
 */
final class DeadlineWalks {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWalks.class);
    /** Of the one entry of the store. */
    private static final String LATEST = "latest";

    private final DecisionSettings.Walks bounds;
    private final HolderStore holders;
    private final HoldersAhead ahead;
    private final KeyValueStore<String, byte[]> entries;
    private final String policy;
    private final String task;

    DeadlineWalks(ProcessorContext<?, ?> context, DecisionSettings settings, HolderStore holders) {
        this.bounds = settings.walks();
        this.holders = holders;
        this.ahead = new HoldersAhead(holders);
        this.entries = context.getStateStore(Stores.POLICY);
        this.policy = nameOf(settings.policy());
        this.task = context.taskId().toString();
    }

    /** All numbers, not the version alone: who changes a number may forget to change that. */
    static String nameOf(Policy policy) {
        return policy.toString();
    }

    /** Whether there is some way to go. */
    boolean isWalking() {
        return latest().filter(walk -> walk.complete() && walk.policy().equals(policy))
                .isEmpty();
    }

    /**
     * One bounded part of the walk, if there is one.
     *
     * @param moved told each deadline that is not where it was
     */
    void tick(Consumer<Instant> moved) {
        var before = latest().filter(walk -> walk.policy().equals(policy)).orElseGet(() -> DeadlineWalk.begun(policy));
        if (before.complete()) {
            return;
        }
        var after = walk(before, moved);
        entries.put(LATEST, after.bytes());
        if (after.complete() && after.walked() > 0) {
            LOG.info(
                    "Task {}: the policy has changed; of {} holders {} have another deadline now",
                    task,
                    after.walked(),
                    after.moved());
        }
    }

    private Optional<DeadlineWalk> latest() {
        return Optional.ofNullable((byte @Nullable []) entries.get(LATEST)).map(DeadlineWalk::of);
    }

    private DeadlineWalk walk(DeadlineWalk begun, Consumer<Instant> moved) {
        var until = System.nanoTime() + bounds.atMost().toNanos();
        var walk = begun;
        var looked = 0;
        do {
            var next = ahead.after(walk.cursor());
            if (next.isEmpty()) {
                return walk.completed();
            }
            var stored = next.get();
            walk = walk.past(stored.holder().id(), holders.resetDeadline(stored, moved));
        } while (++looked < bounds.holdersMax() && System.nanoTime() - until < 0);
        return walk;
    }
}
