package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A move-out or move abroad that lies in the future: it takes effect at 00:00 Tokyo of its day.
 *
 * @param continuedUse whether the card stays in use abroad; false for a move-out
 */
public record WaitingChange(
        String municipality,
        int recordNumber,
        ChangeReason reason,
        boolean continuedUse,
        Set<ChangedAttribute> changed,
        LocalDate effectiveOn) {

    Instant dueAt() {
        return Tokyo.startOf(effectiveOn);
    }
}
