package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.Optional;

/** Decides what is told of PINs (rule book 4). A lock is not a revocation: no certificate is touched here. */
final class Pins {

    private static final String RESULT = "4/PIN_RESULT";
    private static final String RESET = "4/PIN_RESET";
    private static final String CHANGE = "4/PIN_CHANGED";

    private Pins() {}

    static Decision decide(Draft draft, PinRequest request) {
        return switch (request) {
            case PinRequest.Entered entered -> enter(draft, entered);
            case PinRequest.Reset reset ->
                refusal(draft, reset)
                        .<Decision>map(code -> rejected(code, RESET))
                        .orElseGet(
                                () -> clear(draft, reset.name(), OutcomeCode.PIN_RESET, RESET, findings(draft, reset)));
            case PinRequest.Changed changed ->
                draft.holder().pin(changed.name()).locked()
                        ? rejected(OutcomeCode.PIN_LOCKED, CHANGE)
                        : clear(draft, changed.name(), OutcomeCode.PIN_CHANGED, CHANGE, List.of());
        };
    }

    private static Decision enter(Draft draft, PinRequest.Entered entered) {
        var before = draft.holder().pin(entered.name());
        if (entered.sequence() <= before.lastSequence()) {
            return new Decision.Unchanged(OutcomeCode.PIN_SEQUENCE_NOT_HIGHER, List.of(RESULT), List.of());
        }
        draft.add(new Event.PinSequenceTaken(entered.name(), entered.sequence()));
        if (before.locked()) {
            // Its sequence counts all the same: sent again after a reset, it must not count against the new PIN.
            return unchanged(draft, OutcomeCode.PIN_LOCKED, RESULT, List.of());
        }
        return entered.right()
                ? clear(draft, entered.name(), OutcomeCode.PIN_RIGHT, RESULT, List.of())
                : fail(draft, entered.name(), before);
    }

    private static Decision fail(Draft draft, PinName name, PinState before) {
        var failures = before.failures() + 1;
        var locked = failures >= draft.policy().pinFailures().lockingAt(name.pin());
        draft.add(new Event.PinStateChanged(name, failures, locked, RESULT));
        return new Decision.Accepted(
                locked ? OutcomeCode.PIN_NOW_LOCKED : OutcomeCode.PIN_WRONG, draft.rules(), List.of(), draft.events());
    }

    private static Decision clear(Draft draft, PinName name, OutcomeCode done, String rule, List<Finding> findings) {
        if (draft.holder().pin(name).isClear()) {
            return unchanged(draft, OutcomeCode.PIN_CLEAR_ALREADY, rule, findings);
        }
        draft.add(new Event.PinStateChanged(name, 0, false, rule));
        return new Decision.Accepted(done, draft.rules(), findings, draft.events());
    }

    private static Optional<OutcomeCode> refusal(Draft draft, PinRequest.Reset reset) {
        return switch (reset.place()) {
            case COUNTER ->
                issuerOf(draft, reset.name().carrier())
                        .filter(issuer -> !issuer.equals(reset.municipality()))
                        .map(_ -> OutcomeCode.NOT_ISSUING_MUNICIPALITY);
            case CONVENIENCE_STORE -> refusalAtStore(draft.holder(), reset.name());
        };
    }

    private static Optional<OutcomeCode> refusalAtStore(Holder holder, PinName name) {
        if (name.proof().filter(proof -> !holder.pin(proof).locked()).isEmpty()) {
            return Optional.of(OutcomeCode.OTHER_PIN_LOCKED);
        }
        return name.pin()
                        .guards()
                        .filter(kind -> holder.of(kind, name.carrier()).anyMatch(Certificate::isGood))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(OutcomeCode.CERTIFICATE_NOT_GOOD);
    }

    private static List<Finding> findings(Draft draft, PinRequest.Reset reset) {
        return reset.place() == PinRequest.Place.COUNTER
                        && issuerOf(draft, reset.name().carrier()).isEmpty()
                ? List.of(Finding.of(Finding.Code.ISSUING_MUNICIPALITY_UNKNOWN))
                : List.of();
    }

    /** Who issued the latest certificate of the carrier, ended or not. */
    private static Optional<String> issuerOf(Draft draft, Carrier carrier) {
        return draft.holder().latestOn(carrier).map(Certificate::municipality);
    }

    private static Decision unchanged(Draft draft, OutcomeCode code, String rule, List<Finding> findings) {
        return new Decision.Unchanged(code, List.of(rule), findings, draft.events());
    }

    private static Decision rejected(OutcomeCode code, String rule) {
        return new Decision.Rejected(code, List.of(rule), List.of());
    }
}
