package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is remembered of the entries into a municipality's record and of their annulments: a move-out's timer is called
 * off, and a person is asked about a certificate made from an annulled entry, in whichever order the two come (rule
 * book 2.1, 8).
 *
 * @param movedInOn latest processed date of a move-in
 * @param entryNumber highest number of a move-in or another entry; 0 where there is none
 * @param annulledRemovalNumber highest number of an annulment of a removal; 0 where there is none
 * @param annulledEntryNumber highest number of an annulment of an entry; 0 where there is none
 */
public record Arrivals(
        Optional<LocalDate> movedInOn, int entryNumber, int annulledRemovalNumber, int annulledEntryNumber) {

    static final Arrivals NONE = new Arrivals(Optional.empty(), 0, 0, 0);

    /** These and what one more change adds; equal to these where it adds nothing. */
    Arrivals with(ResidentChange change) {
        return switch (change.reason()) {
            case MOVED_IN, MOVED_IN_FROM_ABROAD ->
                new Arrivals(
                        Optional.of(laterOf(movedInOn.orElse(LocalDate.MIN), change.processedDate())),
                        Math.max(entryNumber, change.recordNumber()),
                        annulledRemovalNumber,
                        annulledEntryNumber);
            case ENTERED_NATURALIZED, ENTERED_NATIONALITY_LOST, ENTERED_EX_OFFICIO ->
                new Arrivals(
                        movedInOn,
                        Math.max(entryNumber, change.recordNumber()),
                        annulledRemovalNumber,
                        annulledEntryNumber);
            case ANNULLED_REMOVAL ->
                new Arrivals(
                        movedInOn,
                        entryNumber,
                        Math.max(annulledRemovalNumber, change.recordNumber()),
                        annulledEntryNumber);
            case ANNULLED_ENTRY ->
                new Arrivals(
                        movedInOn,
                        entryNumber,
                        annulledRemovalNumber,
                        Math.max(annulledEntryNumber, change.recordNumber()));
            default -> this;
        };
    }

    private static LocalDate laterOf(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether what was made from that version of the record rests on an entry that was annulled. */
    boolean haveAnnulled(int recordNumber) {
        return annulledEntryNumber > recordNumber;
    }
}
