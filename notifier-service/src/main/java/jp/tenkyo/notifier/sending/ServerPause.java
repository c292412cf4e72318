package jp.tenkyo.notifier.sending;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.notifier.core.BackOff;

/**
 * Pauses all sending while the mail server is away, without a bound on how often: the notices wait. After each pause
 * one notice goes ahead; only when the server takes it do the others follow. Safe for several threads.
 */
final class ServerPause {

    private final BackOff backOff;
    private final AtomicReference<State> state = new AtomicReference<>(new State(0, Instant.MIN));

    private record State(int failures, Instant until) {}

    ServerPause(BackOff backOff) {
        this.backOff = backOff;
    }

    boolean lasts(Instant now) {
        return now.isBefore(state.get().until());
    }

    /** Whether the server was away at the last try. */
    boolean isAway() {
        return state.get().failures() > 0;
    }

    /** Several workers that find the server away at once count as one failure. */
    void away(Instant now) {
        state.updateAndGet(known -> now.isBefore(known.until())
                ? known
                : new State(known.failures() + 1, now.plus(backOff.pauseAfter(known.failures() + 1))));
    }

    void back() {
        state.set(new State(0, Instant.MIN));
    }
}
