package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.IssuerMessages;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.IssuerCompromise;
import jp.tenkyo.lifecycle.core.IssuerKeys;
import jp.tenkyo.lifecycle.core.IssuerStanding;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Registration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Remembers which issuers' keys are compromised, and goes through the task's holders to end what such a key has signed.
 *
 * <p>A walk is bounded in each tick, and its cursor, what it decided and the progress that it tells go out in one
 * transaction: after a crash it goes on where the last commit left it.
 */
final class IssuerWalks {

    private final ProcessorContext<?, ?> context;
    private final DecisionSettings settings;
    private final InstantSource clock;
    private final HolderStore holders;
    private final HoldersAhead ahead;
    private final OutputWriter writer;
    private final IssuerStore issuers;

    /** Machine time, in milliseconds, at which a key's progress was last told; after a restart it is told anew. */
    private final Map<String, Long> toldAt = new HashMap<>();

    IssuerWalks(
            ProcessorContext<?, ?> context,
            DecisionSettings settings,
            InstantSource clock,
            HolderStore holders,
            OutputWriter writer) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.holders = holders;
        this.ahead = new HoldersAhead(holders);
        this.writer = writer;
        this.issuers = new IssuerStore(context);
    }

    /** What is known of the key that a certificate was made with. */
    IssuerStanding standing(Registration made) {
        var keyId = made.certificateId().issuerKeyId();
        var set = settings.issuers().standing(keyId, made.kind());
        return set == IssuerStanding.TRUSTED && issuers.find(keyId).isPresent() ? IssuerStanding.COMPROMISED : set;
    }

    /** Takes in the report that a key is compromised. Its walk begins with the next tick. */
    Decision take(Input input, String issuerKeyId, Instant now) {
        var known = issuers.find(issuerKeyId).isPresent();
        var decision = IssuerKeys.decide(new IssuerCompromise(input.id(), issuerKeyId), known);
        if (decision instanceof Decision.Accepted) {
            var walk = IssuerWalk.begun(input.id(), input.occurredAt(), now);
            issuers.keep(issuerKeyId, walk);
            issuers.open(issuerKeyId);
            tell(issuerKeyId, walk);
        }
        return decision;
    }

    /** Counts what a compromised key had signed and was registered only now. */
    void countLater(Registration made, Decision decision) {
        var keyId = made.certificateId().issuerKeyId();
        var ended = ended(decision, keyId);
        if (ended > 0) {
            issuers.find(keyId).ifPresent(walk -> {
                issuers.keep(keyId, walk.withLater(ended));
                issuers.open(keyId);
            });
        }
    }

    /** One bounded part of the first walk that is not complete, and the progress that is due to be told. */
    void tick() {
        var walking = false;
        for (var issuerKeyId : issuers.open()) {
            var before = issuers.find(issuerKeyId).orElseThrow();
            var after = before.complete() || walking ? before : walk(issuerKeyId, before);
            walking |= !before.complete();
            if (!after.equals(before)) {
                issuers.keep(issuerKeyId, after);
            }
            var completedNow = after.complete() && !before.complete();
            if (completedNow || isDue(issuerKeyId)) {
                tell(issuerKeyId, after);
                if (after.complete()) {
                    issuers.close(issuerKeyId);
                }
            }
        }
    }

    /** Whether a walk has still some way to go. */
    boolean isWalking() {
        return issuers.open().stream()
                .anyMatch(
                        issuerKeyId -> !issuers.find(issuerKeyId).orElseThrow().complete());
    }

    private IssuerWalk walk(String issuerKeyId, IssuerWalk begun) {
        var until = System.nanoTime() + settings.walks().atMost().toNanos();
        var walk = begun;
        var looked = 0;
        do {
            var next = ahead.after(walk.cursor());
            if (next.isEmpty()) {
                return walk.completed();
            }
            var stored = next.get();
            walk = walk.past(stored.holder().id(), end(issuerKeyId, walk, stored));
        } while (++looked < settings.walks().holdersMax() && System.nanoTime() - until < 0);
        return walk;
    }

    /** @return how many of the key's certificates ended */
    private int end(String issuerKeyId, IssuerWalk walk, StoredHolder stored) {
        var step = Lifecycle.handle(
                stored.holder(), new Command.EndIssuer(issuerKeyId), clock.instant(), settings.policy());
        if (step.due().isEmpty() && step.decision().happened().isEmpty()) {
            return 0;
        }
        var due = why(Optional.empty(), step.recordedAt(), step.recordedAt());
        var cause = why(Optional.of(walk.requestId()), walk.occurredAt(), step.recordedAt());
        var awaited = writer.write(stored.holder(), step.due(), due, null);
        writer.write(awaited, step.decision().happened(), cause, null);
        holders.keep(stored, step.holder());
        return ended(step.decision(), issuerKeyId);
    }

    private Outputs.Context why(Optional<String> input, Instant occurredAt, Instant recordedAt) {
        return new Outputs.Context(
                input, occurredAt, recordedAt, settings.policy().version());
    }

    private static int ended(Decision decision, String issuerKeyId) {
        return (int) decision.happened().stream()
                .filter(event -> event instanceof Event.CertificateRevoked revoked
                        && revoked.id().issuerKeyId().equals(issuerKeyId))
                .count();
    }

    private boolean isDue(String issuerKeyId) {
        var told = toldAt.get(issuerKeyId);
        return told == null
                || context.currentSystemTimeMs() - told
                        >= settings.walks().progressEvery().toMillis();
    }

    private void tell(String issuerKeyId, IssuerWalk walk) {
        toldAt.put(issuerKeyId, context.currentSystemTimeMs());
        writer.write(
                new IssuerMessages.Progress(
                        walk.requestId(),
                        issuerKeyId,
                        walk.recordedAt(),
                        context.taskId().partition(),
                        walk.walked(),
                        walk.ended(),
                        walk.complete()),
                Instant.ofEpochMilli(clock.instant().toEpochMilli()));
    }
}
