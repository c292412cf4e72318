package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;

/** One certificate, taken through all that befell it. */
final class Life {

    private final Log log;
    private final Registration made;
    private Standing.State state = Standing.State.GOOD;
    private int version = 1;
    private Set<String> reasons = Set.of();
    private Optional<Instant> revokedAt = Optional.empty();
    private Optional<Moment> revokedIn = Optional.empty();

    private Life(Log log, Registration made) {
        this.log = log;
        this.made = made;
    }

    static Life of(Log log, Registration made, List<Happening> happenings) {
        var life = new Life(log, made);
        happenings.stream().sorted(Happening.ORDER).forEach(happening -> life.take(happening, happenings));
        return life;
    }

    Standing standing() {
        return new Standing(made.certificateId(), state, reasons, revokedAt, version);
    }

    /** When it was revoked, if it was. */
    Optional<Moment> revokedIn() {
        return revokedIn;
    }

    Set<String> reasons() {
        return reasons;
    }

    private void take(Happening happening, List<Happening> all) {
        // "EXPIRED and REVOKED are final"
        if (state == Standing.State.EXPIRED || state == Standing.State.REVOKED) {
            return;
        }
        switch (happening.effect()) {
            case EXPIRES -> expire();
            case REVOKED -> revoke(happening.moment(), all);
            case HELD -> hold(happening);
            case RELEASED -> release();
        }
    }

    /** "a revoked one does not become EXPIRED; one on hold does". */
    private void expire() {
        to(Standing.State.EXPIRED, Set.of(), Optional.empty());
    }

    /** "When one on hold is revoked, the reason changes and revokedAt stays the hold's." */
    private void revoke(Moment moment, List<Happening> all) {
        var since = revokedAt.isPresent() ? revokedAt : Optional.of(log.recordedAt(moment));
        var grounds = all.stream()
                .filter(one -> one.effect() == Happening.Effect.REVOKED)
                .filter(one -> one.moment().equals(moment))
                .flatMap(one -> one.reasons().stream());
        to(Standing.State.REVOKED, grounds.collect(Collectors.toSet()), since);
        revokedIn = Optional.of(moment);
    }

    private void hold(Happening happening) {
        if (state == Standing.State.GOOD) {
            to(Standing.State.ON_HOLD, happening.reasons(), Optional.of(log.recordedAt(happening.moment())));
        }
    }

    /** "RELEASE only for a phone authentication certificate on hold; it clears reason and revokedAt, version + 1". */
    private void release() {
        if (state == Standing.State.ON_HOLD && made.carrier() == Carrier.PHONE && made.kind() == Kind.AUTHENTICATION) {
            to(Standing.State.GOOD, Set.of(), Optional.empty());
        }
    }

    private void to(Standing.State next, Set<String> why, Optional<Instant> since) {
        state = next;
        reasons = why;
        revokedAt = since;
        version++;
    }
}
