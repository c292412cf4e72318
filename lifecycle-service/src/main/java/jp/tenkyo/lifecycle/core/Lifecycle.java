package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way into the core: takes in a command, or the passing of time. */
public final class Lifecycle {

    private Lifecycle() {}

    /**
     * What one command did.
     *
     * @param recordedAt business instant of the decisions, in milliseconds
     * @param due what had fallen due before the command and was decided first
     * @param holder as all that leaves it
     */
    public record Step(Instant recordedAt, List<Event> due, Decision decision, Holder holder) {}

    /**
     * What the passing of time did.
     *
     * @param recordedAt business instant of the decisions, in milliseconds
     */
    public record Passage(Instant recordedAt, List<Event> due, Holder holder) {}

    /** Decides a command; all that was due for the holder by then is decided before it (rule book 2.4). */
    public static Step handle(Holder before, Command command, Instant clock, Policy policy) {
        var passage = passTime(before, clock, policy);
        var decision = Decider.decide(passage.holder(), command, passage.recordedAt(), policy);
        var after = passage.holder();
        for (var event : decision.happened()) {
            after = Evolution.evolve(after, event);
        }
        return new Step(passage.recordedAt(), passage.due(), decision, after);
    }

    /** Decides all that is due by now, in order of due instant. */
    public static Passage passTime(Holder before, Instant clock, Policy policy) {
        var now = recordedAt(before, clock);
        var draft = new Draft(before.recordedAt(now), now, policy);
        for (var due = nextDue(draft, now); due.isPresent(); due = nextDue(draft, now)) {
            perform(draft, due.get());
        }
        if (!draft.events().isEmpty()) {
            Notices.follow(draft);
        }
        return new Passage(now, draft.events(), draft.holder());
    }

    /** The next instant at which something is due for the holder, if anything ever is. */
    public static Optional<Instant> nextDeadline(Holder holder, Policy policy) {
        return Deadlines.next(holder, policy).map(Deadlines.Due::at);
    }

    private static Optional<Deadlines.Due> nextDue(Draft draft, Instant now) {
        return Deadlines.next(draft.holder(), draft.policy())
                .filter(due -> !due.at().isAfter(now));
    }

    private static void perform(Draft draft, Deadlines.Due due) {
        switch (due) {
            case Deadlines.Expiry(var _, var id) -> Endings.expire(draft, id);
            case Deadlines.WaitingChangeDue(var _, var waiting) -> Changes.endWaiting(draft, waiting);
            case Deadlines.TimerDue(var _, var timer) -> MoveOuts.fire(draft, timer);
            case Deadlines.ReminderDue reminder -> Notices.remind(draft, reminder);
        }
    }

    /** Never before the holder's last; in milliseconds, as the contracts carry it. */
    private static Instant recordedAt(Holder holder, Instant clock) {
        var now = Instant.ofEpochMilli(clock.toEpochMilli());
        return now.isBefore(holder.lastRecordedAt()) ? holder.lastRecordedAt() : now;
    }
}
