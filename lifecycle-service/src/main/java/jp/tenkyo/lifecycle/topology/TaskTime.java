package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.time.InstantSource;

/** Business time of one task. */
sealed interface TaskTime extends InstantSource {

    /** Sets it on, never back. */
    void advance(Instant now);

    /** Notes whether something that is due by now has still to be decided. */
    void dueLeft(boolean left);

    /** Whether what is left of what is due must be decided before anything else is. */
    boolean mustCatchUp();

    /** The machine's clock. It waits for nobody: the ticks decide what is due. */
    record Machine(InstantSource clock) implements TaskTime {

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public void advance(Instant now) {
            throw new IllegalStateException("business-clock is read in simulations only");
        }

        @Override
        public void dueLeft(boolean left) {
            // The next tick is soon enough.
        }

        @Override
        public boolean mustCatchUp() {
            return false;
        }
    }

    /** Stands still until it is told, and survives restarts. */
    final class Simulated implements TaskTime {

        private final BusinessClock clock;

        Simulated(BusinessClock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return clock.now();
        }

        @Override
        public void advance(Instant now) {
            clock.advance(now);
        }

        @Override
        public void dueLeft(boolean left) {
            clock.dueLeft(left);
        }

        @Override
        public boolean mustCatchUp() {
            return clock.isDueLeft();
        }
    }
}
