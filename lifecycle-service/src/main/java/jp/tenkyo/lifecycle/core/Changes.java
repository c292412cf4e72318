package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decides resident-record changes (rule book 2.1). */
final class Changes {

    /** More than any resident can have filed; beyond it the source is out of order, and a person must look. */
    private static final int WAITING_MAX = 64;

    private Changes() {}

    static Decision decide(Draft draft, ResidentChange change) {
        return switch (Ruling.of(change, draft.policy())) {
            case Ruling.Keeps(var code, var findings) ->
                new Decision.Unchanged(code, List.of("2.1/" + change.reason()), findings);
            case Ruling.Ends ends ->
                Tokyo.startOf(change.effectiveOn()).isAfter(draft.now())
                        ? wait(draft, change, ends)
                        : end(draft, change, ends);
        };
    }

    private static Decision wait(Draft draft, ResidentChange change, Ruling.Ends ends) {
        var rules = List.of(ends.ground().rule());
        var waiting = new WaitingChange(
                change.municipality(),
                change.recordNumber(),
                change.reason(),
                change.continuedUse().orElse(false),
                change.changed(),
                change.effectiveOn());
        if (draft.holder().waiting().contains(waiting)) {
            return new Decision.Unchanged(OutcomeCode.NOTHING_TO_END, rules, ends.findings());
        }
        if (draft.holder().waiting().size() >= WAITING_MAX) {
            return new Decision.Rejected(OutcomeCode.TOO_MANY_WAITING, rules, ends.findings());
        }
        draft.add(new Event.ChangeSetWaiting(waiting));
        return new Decision.Accepted(OutcomeCode.WAITING, rules, ends.findings(), draft.events());
    }

    private static Decision end(Draft draft, ResidentChange change, Ruling.Ends ends) {
        apply(draft, change.municipality(), change.recordNumber(), change.effectiveOn(), ends);
        var rules = List.of(ends.ground().rule());
        if (draft.events().isEmpty()) {
            return new Decision.Unchanged(OutcomeCode.NOTHING_TO_END, rules, ends.findings());
        }
        var ended = draft.events().stream().anyMatch(Event.CertificateRevoked.class::isInstance);
        Notices.follow(draft);
        return new Decision.Accepted(
                ended ? OutcomeCode.REVOKED : OutcomeCode.REMEMBERED,
                draft.rules().isEmpty() ? rules : draft.rules(),
                ends.findings(),
                draft.events());
    }

    /** The day of a waiting change has come. */
    static void endWaiting(Draft draft, WaitingChange waiting) {
        draft.add(new Event.WaitingEnded(waiting));
        var change = new ResidentChange(
                "",
                draft.holder().id(),
                waiting.municipality(),
                waiting.recordNumber(),
                waiting.reason(),
                waiting.changed(),
                waiting.effectiveOn(),
                Optional.empty(),
                waiting.effectiveOn(),
                Optional.empty(),
                Optional.of(waiting.continuedUse()),
                Optional.empty());
        if (Ruling.of(change, draft.policy()) instanceof Ruling.Ends ends) {
            apply(draft, waiting.municipality(), waiting.recordNumber(), waiting.effectiveOn(), ends);
        }
    }

    private static void apply(
            Draft draft, String municipality, int recordNumber, LocalDate effectiveOn, Ruling.Ends ends) {
        var before = draft.holder().marksOf(municipality);
        var after = before.with(recordNumber, effectiveOn, ends);
        if (!after.equals(before)) {
            draft.add(new Event.ChangeRemembered(municipality, after));
        }
        if (ends.ground().changeReason() == ChangeReason.DIED && !draft.holder().died()) {
            draft.add(new Event.HolderDied(effectiveOn));
        }
        Endings.endWhatChangesConcern(draft);
    }
}
