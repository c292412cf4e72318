package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A move-out or move abroad that lies in the future: it takes effect at 00:00 Tokyo of its day.
 *
 * @param annulled whether the removal was annulled before its day: it never takes effect, also when it is sent again
 * @param continuedUse whether the card stays in use abroad; false for a move-out
 */
public record WaitingChange(
        String municipality,
        int recordNumber,
        ChangeReason reason,
        boolean continuedUse,
        Set<ChangedAttribute> changed,
        LocalDate processedOn,
        Optional<LocalDate> plannedMoveOutOn,
        LocalDate effectiveOn,
        boolean annulled) {

    static WaitingChange of(ResidentChange change) {
        return new WaitingChange(
                change.municipality(),
                change.recordNumber(),
                change.reason(),
                change.continuedUse().orElse(false),
                change.changed(),
                change.processedDate(),
                change.plannedMoveOutDate(),
                change.effectiveOn(),
                false);
    }

    /** Whether it lies in the future and has not been annulled. */
    boolean isPending() {
        return !annulled;
    }

    WaitingChange asAnnulled() {
        return new WaitingChange(
                municipality,
                recordNumber,
                reason,
                continuedUse,
                changed,
                processedOn,
                plannedMoveOutOn,
                effectiveOn,
                true);
    }

    /** The change as it takes effect; a waiting one lies on its event date. */
    ResidentChange change(String holderId) {
        return new ResidentChange(
                "",
                holderId,
                municipality,
                recordNumber,
                reason,
                changed,
                effectiveOn,
                Optional.empty(),
                processedOn,
                plannedMoveOutOn,
                reason == ChangeReason.MOVED_ABROAD ? Optional.of(continuedUse) : Optional.empty(),
                Optional.empty());
    }

    Instant dueAt() {
        return Tokyo.startOf(effectiveOn);
    }
}
