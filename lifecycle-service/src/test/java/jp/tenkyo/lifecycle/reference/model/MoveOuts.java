package jp.tenkyo.lifecycle.reference.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** When a change takes effect, and when the 30-day timer of a move-out fires. */
final class MoveOuts {

    private static final int DAYS = 31;

    private final Log log;
    private final List<Known<ResidentChange>> changes;
    private final List<Known<Registration>> made;
    /** Answers by the entry asked about: every certificate asks the same. */
    private final Map<Integer, Optional<Moment>> effects = new HashMap<>();

    private final Map<Integer, Optional<Moment>> firings = new HashMap<>();

    MoveOuts(Log log, List<Known<ResidentChange>> changes, List<Known<Registration>> made) {
        this.log = log;
        this.changes = changes;
        this.made = made;
    }

    /**
     * When a change takes effect: with its own entry, unless it waits. Empty while it waits and where it was dropped.
     */
    Optional<Moment> takesEffect(Known<ResidentChange> known) {
        return effects.computeIfAbsent(known.entry(), _ -> effectOf(known));
    }

    private Optional<Moment> effectOf(Known<ResidentChange> known) {
        var change = known.what();
        if (!isMoveOutOrAbroad(change)) {
            return Optional.of(Moment.of(known.entry()));
        }
        // Re-sends are idempotent: what was dropped before its day stays dropped when it is sent again after it.
        if (earlierArrivals(known).anyMatch(this::isDropped)) {
            return Optional.empty();
        }
        // "A change is decided even when its annulment came first": where its day has come it is not dropped.
        return waits(known) ? day(known).filter(_ -> !isDropped(known)) : Optional.of(Moment.of(known.entry()));
    }

    /** "A MOVED_OUT or MOVED_ABROAD with a future effectiveOn waits until 00:00 Tokyo of that day." */
    private boolean waits(Known<ResidentChange> known) {
        return Days.midnightOf(Days.effectiveOn(known.what()))
                .isAfter(log.get(known.entry()).recordedAt());
    }

    /** When the day of a waiting move-out is seen to have come. */
    private Optional<Moment> day(Known<ResidentChange> known) {
        var dueAt = Days.midnightOf(Days.effectiveOn(known.what()));
        return log.decidedAfter(known.entry(), dueAt, Moment.Rank.WAITING_MOVE_OUT);
    }

    /**
     * "ANNULLED_REMOVAL of the same municipality (the last also drops a waiting move-out)", in whichever order they
     * arrive, or the status would hang on the order. Taken for MOVED_ABROAD too: the paragraph is about both.
     */
    private boolean isDropped(Known<ResidentChange> known) {
        var byThen = day(known).map(Moment::entry).orElse(log.size());
        return waits(known) && changesBefore(byThen).anyMatch(other -> isAnnulmentOf(known.what(), other));
    }

    private Stream<Known<ResidentChange>> earlierArrivals(Known<ResidentChange> known) {
        return changes.stream()
                .filter(other -> other.entry() < known.entry())
                .filter(other -> other.what().equals(known.what()));
    }

    /**
     * When the timer of a move-out fires, if it does: "at 00:00 on plannedMoveOutDate (else eventDate) + 31 days".
     *
     * <p>Open, and taken so: MOVED_ABROAD arms none, its rows say what becomes of authentication. Each arrival of a
     * move-out arms a timer of its own. That of a move-out which arrives after that instant fires at the next 00:00, or
     * the status would hang on whether a move-in is read before or after it, with no deadline in between.
     */
    Optional<Moment> timerFires(Known<ResidentChange> known) {
        return firings.computeIfAbsent(known.entry(), _ -> firingOf(known));
    }

    private Optional<Moment> firingOf(Known<ResidentChange> known) {
        var moveOut = known.what();
        if (moveOut.reason() != ChangeReason.MOVED_OUT) {
            return Optional.empty();
        }
        var fires = moveOut.plannedMoveOutDate().orElse(moveOut.eventDate()).plusDays(DAYS);
        var nextDay = Days.of(log.get(known.entry()).recordedAt()).plusDays(1);
        var dueAt = Days.midnightOf(fires.isBefore(nextDay) ? nextDay : fires);
        // "What arrives after it fired undoes nothing."
        return log.decidedAfter(known.entry(), dueAt, Moment.Rank.TIMER)
                .filter(moment -> !isDisarmedBefore(moment, moveOut));
    }

    private boolean isDisarmedBefore(Moment moment, ResidentChange moveOut) {
        return changesBefore(moment.entry())
                        .anyMatch(other -> isMoveInElsewhere(moveOut, other) || isReturn(moveOut, other))
                || made.stream()
                        .filter(known -> known.entry() < moment.entry())
                        .anyMatch(known -> isMadeElsewhere(moveOut, known.what()));
    }

    /** "a move-in elsewhere with processedDate ≥ the move-out's". */
    private static boolean isMoveInElsewhere(ResidentChange moveOut, ResidentChange other) {
        return isMoveIn(other)
                && !other.municipality().equals(moveOut.municipality())
                && !other.processedDate().isBefore(moveOut.processedDate());
    }

    /** "a higher-numbered MOVED_IN…, ENTERED_… or ANNULLED_REMOVAL of the same municipality". */
    private static boolean isReturn(ResidentChange moveOut, ResidentChange other) {
        return (isMoveIn(other) || isEntry(other) || other.reason() == ChangeReason.ANNULLED_REMOVAL)
                && isLaterVersion(moveOut, other);
    }

    /** "a certificate made from another municipality's record with madeOn ≥ the move-out's processedDate". */
    private static boolean isMadeElsewhere(ResidentChange moveOut, Registration one) {
        return !one.municipality().equals(moveOut.municipality())
                && !Days.madeOn(one).isBefore(moveOut.processedDate());
    }

    private static boolean isAnnulmentOf(ResidentChange removal, ResidentChange other) {
        return other.reason() == ChangeReason.ANNULLED_REMOVAL && isLaterVersion(removal, other);
    }

    private static boolean isLaterVersion(ResidentChange one, ResidentChange other) {
        return other.municipality().equals(one.municipality()) && other.recordNumber() > one.recordNumber();
    }

    private static boolean isMoveOutOrAbroad(ResidentChange change) {
        return change.reason() == ChangeReason.MOVED_OUT || change.reason() == ChangeReason.MOVED_ABROAD;
    }

    private static boolean isMoveIn(ResidentChange change) {
        return change.reason() == ChangeReason.MOVED_IN || change.reason() == ChangeReason.MOVED_IN_FROM_ABROAD;
    }

    private static boolean isEntry(ResidentChange change) {
        return switch (change.reason()) {
            case ENTERED_NATURALIZED, ENTERED_NATIONALITY_LOST, ENTERED_EX_OFFICIO -> true;
            default -> false;
        };
    }

    private Stream<ResidentChange> changesBefore(int entry) {
        return changes.stream().filter(known -> known.entry() < entry).map(Known::what);
    }
}
