package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.Optional;

/** What follows a move-out: the timer of 30 days, what calls it off, and filings that are annulled before their day. */
final class MoveOuts {

    static final String RULE = "2.1/MOVE_OUT_TIMER";

    /** More than anybody moves out in 30 days; beyond it the source is out of order. */
    private static final int TIMERS_MAX = 64;

    private MoveOuts() {}

    /**
     * Arms the timer of a move-out that has taken effect, unless it is called off already or could end nothing. One
     * that is recorded when its 30 days are over waits for the next midnight: the move-in may come right behind it, and
     * which of the two topics is read first must not cost anybody their certificate.
     */
    static void arm(Draft draft, ResidentChange moveOut, LocalDate dueOn) {
        var firesOn = moveOut.plannedMoveOutDate()
                .orElse(moveOut.eventDate())
                .plusDays(draft.policy().moveInWithinDays() + 1L);
        var tomorrow = dueOn.plusDays(1);
        var timer = new MoveOutTimer(
                moveOut.municipality(),
                moveOut.recordNumber(),
                moveOut.processedDate(),
                moveOut.effectiveOn(),
                firesOn.isAfter(tomorrow) ? firesOn : tomorrow);
        var holder = draft.holder();
        if (isArmed(timer, holder)
                || holder.timers().size() >= TIMERS_MAX
                || calledOffBy(timer, holder).isPresent()
                || remembered(timer, holder)
                        .equals(holder.residence(timer.municipality()).marks())) {
            return;
        }
        draft.add(new Event.MoveOutTimerArmed(timer));
    }

    /** Sent again, a move-out whose 30 days are over does not win another day. */
    private static boolean isArmed(MoveOutTimer timer, Holder holder) {
        for (var armed : holder.timers()) {
            if (!armed.firesOn().isAfter(timer.firesOn())
                    && armed.withFiresOn(timer.firesOn()).equals(timer)) {
                return true;
            }
        }
        return false;
    }

    /** Calls off what the holder's record or certificates say has not come to pass. */
    static void callOff(Draft draft) {
        for (var timer : draft.holder().timers()) {
            calledOffBy(timer, draft.holder()).ifPresent(by -> draft.add(new Event.MoveOutTimerCalledOff(timer, by)));
        }
        for (var waiting : draft.holder().waiting()) {
            if (waiting.isPending()) {
                dropIfAnnulled(draft, waiting);
            }
        }
    }

    private static void dropIfAnnulled(Draft draft, WaitingChange waiting) {
        if (isAnnulled(waiting, draft.holder())) {
            draft.add(new Event.WaitingDropped(waiting));
        }
    }

    static boolean isAnnulled(WaitingChange waiting, Holder holder) {
        return holder.residence(waiting.municipality()).arrivals().annulledRemovalNumber() > waiting.recordNumber();
    }

    /** Nobody has moved in within 30 days. */
    static void fire(Draft draft, MoveOutTimer timer) {
        draft.add(new Event.MoveOutTimerFired(timer));
        var after = remembered(timer, draft.holder());
        if (!after.equals(draft.holder().residence(timer.municipality()).marks())) {
            draft.add(new Event.ChangeRemembered(timer.municipality(), after));
        }
        Endings.endWhatChangesConcern(draft);
    }

    private static ChangeMarks remembered(MoveOutTimer timer, Holder holder) {
        return holder.residence(timer.municipality())
                .marks()
                .with(timer.recordNumber(), timer.effectiveOn(), timer.ruling());
    }

    private static Optional<MoveOutTimer.CalledOffBy> calledOffBy(MoveOutTimer timer, Holder holder) {
        var here = holder.residence(timer.municipality()).arrivals();
        if (here.annulledRemovalNumber() > timer.recordNumber()) {
            return Optional.of(MoveOutTimer.CalledOffBy.REMOVAL_ANNULLED);
        }
        if (here.entryNumber() > timer.recordNumber()) {
            return Optional.of(MoveOutTimer.CalledOffBy.ENTERED_AGAIN);
        }
        if (movedInElsewhere(timer, holder)) {
            return Optional.of(MoveOutTimer.CalledOffBy.MOVED_IN_ELSEWHERE);
        }
        return certifiedElsewhere(timer, holder)
                ? Optional.of(MoveOutTimer.CalledOffBy.CERTIFICATE_FROM_ELSEWHERE)
                : Optional.empty();
    }

    private static boolean movedInElsewhere(MoveOutTimer timer, Holder holder) {
        for (var entry : holder.residences().entrySet()) {
            var movedIn = entry.getValue().arrivals().movedInOn();
            if (!entry.getKey().equals(timer.municipality())
                    && movedIn.filter(day -> !day.isBefore(timer.processedOn())).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean certifiedElsewhere(MoveOutTimer timer, Holder holder) {
        for (var one : holder.certificates()) {
            if (!one.municipality().equals(timer.municipality())
                    && !one.madeOn().isBefore(timer.processedOn())) {
                return true;
            }
        }
        return false;
    }
}
