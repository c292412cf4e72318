package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is remembered of the entries into a municipality's record, so that a move-out's timer is called off in whichever
 * order the two come (rule book 2.1).
 *
 * @param movedInOn latest processed date of a move-in
 * @param entryNumber highest number of a move-in or another entry; 0 where there is none
 * @param annulledRemovalNumber highest number of an annulment of a removal; 0 where there is none
 */
public record Arrivals(Optional<LocalDate> movedInOn, int entryNumber, int annulledRemovalNumber) {

    static final Arrivals NONE = new Arrivals(Optional.empty(), 0, 0);

    /** These and what one more change adds; equal to these where it adds nothing. */
    Arrivals with(ResidentChange change) {
        return switch (change.reason()) {
            case MOVED_IN, MOVED_IN_FROM_ABROAD ->
                new Arrivals(
                        movedInOn
                                .filter(day -> !day.isBefore(change.processedDate()))
                                .or(() -> Optional.of(change.processedDate())),
                        Math.max(entryNumber, change.recordNumber()),
                        annulledRemovalNumber);
            case ENTERED_NATURALIZED, ENTERED_NATIONALITY_LOST, ENTERED_EX_OFFICIO ->
                new Arrivals(movedInOn, Math.max(entryNumber, change.recordNumber()), annulledRemovalNumber);
            case ANNULLED_REMOVAL ->
                new Arrivals(movedInOn, entryNumber, Math.max(annulledRemovalNumber, change.recordNumber()));
            default -> this;
        };
    }
}
