package jp.tenkyo.lifecycle.door;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Sends nothing while the registry is away, also what could be encoded with a schema id that is known already: a reader
 * that starts meanwhile could not read it, and callers see one rule instead of an outage that begins with the next
 * restart. The registry is asked at most once in {@link #ASK_EVERY}; callers that come meanwhile share the answer.
 */
final class RegistryBoundOutbox implements Outbox {

    static final Duration ASK_EVERY = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Runnable probe;
    private final LongSupplier nanoTime;
    private @Nullable Answer last;

    private record Answer(long at, Optional<RegistryUnavailableException> away) {}

    /**
     * @param probe throws {@link RegistryUnavailableException} while the registry is away
     * @param nanoTime as {@link System#nanoTime()}
     */
    RegistryBoundOutbox(Outbox outbox, Runnable probe, LongSupplier nanoTime) {
        this.outbox = outbox;
        this.probe = probe;
        this.nanoTime = nanoTime;
    }

    @Override
    public void sendAll(List<Outgoing> records, TraceContext trace) {
        // To forget a key needs no schema.
        if (records.stream().map(Outgoing::value).anyMatch(Objects::nonNull)) {
            refuseWhileAway();
        }
        outbox.sendAll(records, trace);
    }

    private void refuseWhileAway() {
        answer().away().ifPresent(away -> {
            throw new RegistryUnavailableException("The schema registry does not answer.", away);
        });
    }

    private synchronized Answer answer() {
        if (last == null || nanoTime.getAsLong() - last.at() >= ASK_EVERY.toNanos()) {
            var away = ask();
            last = new Answer(nanoTime.getAsLong(), away);
        }
        return last;
    }

    private Optional<RegistryUnavailableException> ask() {
        try {
            probe.run();
            return Optional.empty();
        } catch (RegistryUnavailableException e) {
            return Optional.of(e);
        }
    }
}
