package jp.tenkyo.lifecycle.core;

import java.util.Optional;

/** Keeps account of the record numbers that come with changes and certificates, and says what is missing. */
final class Numbering {

    static final String RULE = "8/RECORD_NUMBERS";

    /** More municipalities than that are one "unknown". */
    private static final int MUNICIPALITIES_MAX = 8;

    private Numbering() {}

    static void note(Draft draft, String municipality, int number) {
        var known = draft.holder().residence(municipality).numbers();
        var before = known.equals(RecordNumbers.NONE) ? first(draft.holder()) : known;
        var after = before.with(number);
        if (after.equals(known)) {
            return;
        }
        draft.add(new Event.RecordNumbersNoted(municipality, after));
        if (before.isMissing(number)) {
            draft.add(new Event.RecordGapClosed(municipality, number, after.missingCount()));
        } else if (after.unknownMore() && (!before.unknownMore() || before.equals(RecordNumbers.NOT_KEPT))) {
            draft.add(new Event.RecordGapOpened(municipality, Optional.empty()));
        } else if (after.missing().size() > before.missing().size()) {
            draft.add(new Event.RecordGapOpened(
                    municipality, Optional.of(after.missing().getLast())));
        }
    }

    private static RecordNumbers first(Holder holder) {
        return kept(holder) < MUNICIPALITIES_MAX ? RecordNumbers.NONE : RecordNumbers.NOT_KEPT;
    }

    private static int kept(Holder holder) {
        var kept = 0;
        for (var residence : holder.residences().values()) {
            if (residence.numbers().highest() > 0) {
                kept++;
            }
        }
        return kept;
    }
}
