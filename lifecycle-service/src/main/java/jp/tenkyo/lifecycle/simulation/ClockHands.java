package jp.tenkyo.lifecycle.simulation;

import java.time.Instant;

/** Tells every partition what time it is. */
interface ClockHands {

    /**
     * Returns once every partition's record is acknowledged. Setting the same instant again is safe, and the way to
     * mend a failure.
     *
     * @throws ClockNotSetException if it is not sure that all partitions have it
     */
    void set(Instant now);

    /** The broker did not acknowledge. */
    final class ClockNotSetException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ClockNotSetException(Throwable cause) {
            super("The broker did not acknowledge the new time for every partition in time.", cause);
        }
    }
}
