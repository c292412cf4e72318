package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.stream.Stream;

/** Decides requests to revoke, hold or release (rule book 2.2). */
final class Actions {

    private Actions() {}

    static Decision decide(Draft draft, Action action) {
        var rules = List.of(action.ground().rule());
        var named = draft.holder().certificate(action.certificateId());
        if (named.isEmpty()) {
            return new Decision.Rejected(OutcomeCode.CERTIFICATE_UNKNOWN, rules, List.of());
        }
        if (!action.ground().fits(named.get().carrier())) {
            return new Decision.Rejected(OutcomeCode.GROUND_NOT_FOR_CARRIER, rules, List.of());
        }
        return switch (action.request()) {
            case REVOKE -> revoke(draft, action, named.get());
            case HOLD -> hold(draft, action, named.get());
            case RELEASE -> release(draft, action, named.get());
        };
    }

    private static Decision revoke(Draft draft, Action action, Certificate named) {
        var rule = action.ground().rule();
        concerned(draft, action, named).forEach(one -> Endings.revoke(draft, one.id(), Ending.by(action.ground())));
        return concluded(draft, OutcomeCode.REVOKED, OutcomeCode.ALREADY_ENDED, rule);
    }

    private static Decision hold(Draft draft, Action action, Certificate named) {
        var rule = action.ground().rule();
        concerned(draft, action, named)
                .filter(Certificate::isGood)
                .forEach(one -> draft.add(new Event.CertificateHeld(one.id(), draft.now(), action.ground())));
        return concluded(
                draft, OutcomeCode.HELD, named.isLive() ? OutcomeCode.ALREADY_HELD : OutcomeCode.ALREADY_ENDED, rule);
    }

    /** A card's hold is never lifted, nor a phone's signing: these are reissued. */
    private static Decision release(Draft draft, Action action, Certificate named) {
        var rule = action.ground().rule();
        if (named.kind() != Kind.AUTHENTICATION
                || named.carrier() != Carrier.PHONE
                || !(named.status() instanceof Status.OnHold)) {
            return new Decision.Rejected(OutcomeCode.HOLD_NOT_LIFTABLE, List.of(rule), List.of());
        }
        var passed = Deadlines.passedBy(draft.now(), named.lastDay(), draft.policy());
        passed.addAll(named.stagesPassed());
        draft.add(new Event.CertificateReleased(named.id(), passed, rule));
        return concluded(draft, OutcomeCode.RELEASED, OutcomeCode.ALREADY_ENDED, rule);
    }

    private static Stream<Certificate> concerned(Draft draft, Action action, Certificate named) {
        return action.ground().concernsTheWholeCarrier()
                ? draft.holder().live().filter(one -> one.carrier() == named.carrier()).toList().stream()
                : Stream.of(named);
    }

    private static Decision concluded(Draft draft, OutcomeCode done, OutcomeCode otherwise, String rule) {
        if (draft.events().isEmpty()) {
            return new Decision.Unchanged(otherwise, List.of(rule), List.of());
        }
        Notices.follow(draft);
        return new Decision.Accepted(done, draft.rules(), List.of(), draft.events());
    }
}
