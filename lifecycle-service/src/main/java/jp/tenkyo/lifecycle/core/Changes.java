package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.List;

/** Decides resident-record changes (rule book 2.1). */
final class Changes {

    /** More than any resident can have filed; beyond it the source is out of order, and a person must look. */
    private static final int WAITING_MAX = 64;

    private Changes() {}

    static Decision decide(Draft draft, ResidentChange change) {
        return switch (Ruling.of(change, draft.policy())) {
            case Ruling.Keeps(var findings) -> keep(draft, change, findings);
            case Ruling.Ends ends
            when wasDropped(draft, change) ->
                new Decision.Unchanged(
                        OutcomeCode.REMOVAL_ANNULLED, List.of(ends.ground().rule()), ends.findings());
            case Ruling.Ends ends ->
                change.effectiveOn().isAfter(draft.today()) ? wait(draft, change, ends) : end(draft, change, ends);
        };
    }

    /** Ends nothing; an entry or an annulled removal still calls off what a move-out has set going. */
    private static Decision keep(Draft draft, ResidentChange change, List<Finding> findings) {
        take(draft, change);
        MoveOuts.callOff(draft);
        var rules = List.of(change.reason().rule());
        return draft.calledOff()
                ? new Decision.Accepted(OutcomeCode.REMEMBERED, rules, findings, draft.events())
                : new Decision.Unchanged(OutcomeCode.KEPT, rules, findings, draft.events());
    }

    /** A filing that was annulled before its day never takes effect, also when it is sent again after it. */
    private static boolean wasDropped(Draft draft, ResidentChange change) {
        var waiting = draft.holder().waiting();
        return !waiting.isEmpty() && waiting.contains(WaitingChange.of(change).asAnnulled());
    }

    private static Decision wait(Draft draft, ResidentChange change, Ruling.Ends ends) {
        var rules = List.of(ends.ground().rule());
        var waiting = WaitingChange.of(change);
        var known = draft.holder().waiting().contains(waiting);
        if (!known && draft.holder().waiting().size() >= WAITING_MAX) {
            return new Decision.Rejected(OutcomeCode.TOO_MANY_WAITING, rules, ends.findings());
        }
        take(draft, change);
        if (known) {
            return new Decision.Unchanged(OutcomeCode.NOTHING_TO_END, rules, ends.findings(), draft.events());
        }
        if (MoveOuts.isAnnulled(waiting, draft.holder())) {
            draft.add(new Event.WaitingDropped(waiting));
            return new Decision.Unchanged(OutcomeCode.REMOVAL_ANNULLED, rules, ends.findings(), draft.events());
        }
        draft.add(new Event.ChangeSetWaiting(waiting));
        return new Decision.Accepted(OutcomeCode.WAITING, rules, ends.findings(), draft.events());
    }

    private static Decision end(Draft draft, ResidentChange change, Ruling.Ends ends) {
        take(draft, change);
        apply(draft, change, ends, draft.today());
        var rules = List.of(ends.ground().rule());
        if (!draft.hasEffects()) {
            return new Decision.Unchanged(OutcomeCode.NOTHING_TO_END, rules, ends.findings(), draft.events());
        }
        var ended = draft.happened(Event.CertificateRevoked.class);
        Notices.follow(draft);
        var decided = draft.rules();
        return new Decision.Accepted(
                ended ? OutcomeCode.REVOKED : OutcomeCode.REMEMBERED,
                decided.isEmpty() ? rules : decided,
                ends.findings(),
                draft.events());
    }

    /** The day of a waiting change has come. */
    static void endWaiting(Draft draft, WaitingChange waiting) {
        draft.add(new Event.WaitingEnded(waiting));
        var change = waiting.change(draft.holder().id());
        if (Ruling.of(change, draft.policy()) instanceof Ruling.Ends ends) {
            // Its timer has been running since that day, however late this is found out.
            apply(draft, change, ends, waiting.effectiveOn());
        }
    }

    /** What is remembered of every change, whatever its row says. */
    private static void take(Draft draft, ResidentChange change) {
        Numbering.note(draft, change.municipality(), change.recordNumber());
        var before = draft.holder().residence(change.municipality()).arrivals();
        var after = before.with(change);
        if (!after.equals(before)) {
            draft.add(new Event.ArrivalRemembered(change.municipality(), after));
        }
        if (after.annulledEntryNumber() > before.annulledEntryNumber()) {
            Questions.askAboutEntry(draft, change.municipality());
        }
    }

    private static void apply(Draft draft, ResidentChange change, Ruling.Ends ends, LocalDate dueOn) {
        var before = draft.holder().residence(change.municipality()).marks();
        var after = before.with(change.recordNumber(), change.effectiveOn(), ends);
        if (!after.equals(before)) {
            draft.add(new Event.ChangeRemembered(change.municipality(), after));
        }
        if (change.reason() == ChangeReason.DIED && !draft.holder().died()) {
            draft.add(new Event.HolderDied(change.effectiveOn()));
        }
        Endings.endWhatChangesConcern(draft);
        if (change.reason() == ChangeReason.MOVED_OUT) {
            MoveOuts.arm(draft, change, dueOn);
        }
        MoveOuts.callOff(draft);
    }
}
