package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.time.InstantSource;

/** Business time that stands still until it is set. */
final class ManualClock implements InstantSource {

    private Instant now;

    ManualClock(Instant now) {
        this.now = now;
    }

    void set(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
