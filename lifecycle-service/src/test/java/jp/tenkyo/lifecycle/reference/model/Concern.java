package jp.tenkyo.lifecycle.reference.model;

import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** "Which changes concern a certificate", and the paragraph "Move-out". */
final class Concern {

    private Concern() {}

    /** Whether a change whose row ends the certificate's kind concerns that certificate. */
    static boolean concerns(ResidentChange change, Registration made) {
        return change.municipality().equals(made.municipality())
                ? concernsAtHome(change, made)
                : concernsFromElsewhere(change, made);
    }

    /** "same municipality: its number is higher". */
    private static boolean concernsAtHome(ResidentChange change, Registration made) {
        if (change.recordNumber() > made.recordNumber()) {
            return true;
        }
        var madeBeforeItsDay = made.notBefore().isBefore(Days.midnightOf(Days.effectiveOn(change)));
        return switch (change.reason()) {
            // "MOVED_OUT ends ... signing certificates with a lower number and those made before 00:00 of effectiveOn."
            case MOVED_OUT -> madeBeforeItsDay;
            // "MOVED_ABROAD with continued use spares those with the filing's number or higher". Open: whether without
            // continued use it ends what was made before its day, as a move-out does. Taken as yes, for both kinds:
            // only
            // continued use is said to spare.
            case MOVED_ABROAD -> !change.continuedUse().orElseThrow() && madeBeforeItsDay;
            // Open: "ANNULLED_ENTRY ends signing certificates made from that municipality's record" does not say
            // whether
            // also those from a later entry. Taken by the general rule: not those with its number or a higher one.
            default -> false;
        };
    }

    /** "other municipality: its reason is ... and effectiveOn ≥ madeOn. Any other change there leaves it alone." */
    private static boolean concernsFromElsewhere(ResidentChange change, Registration made) {
        return switch (change.reason()) {
            case MOVED_IN, MOVED_IN_FROM_ABROAD, MOVED_ABROAD, DIED -> isNotBeforeMaking(change, made);
            case DELETED_NATURALIZED, DELETED_NATIONALITY_LOST, DELETED_EX_OFFICIO -> isNotBeforeMaking(change, made);
            case INDIVIDUAL_NUMBER_CHANGED, INDIVIDUAL_NUMBER_CORRECTED -> isNotBeforeMaking(change, made);
            default -> false;
        };
    }

    private static boolean isNotBeforeMaking(ResidentChange change, Registration made) {
        return !Days.effectiveOn(change).isBefore(Days.madeOn(made));
    }

    /**
     * "the authentication certificates that the move-out concerns (same municipality: higher number; other: effectiveOn
     * ≥ madeOn)".
     */
    static boolean timerConcerns(ResidentChange moveOut, Registration made) {
        return moveOut.municipality().equals(made.municipality())
                ? moveOut.recordNumber() > made.recordNumber()
                : isNotBeforeMaking(moveOut, made);
    }
}
