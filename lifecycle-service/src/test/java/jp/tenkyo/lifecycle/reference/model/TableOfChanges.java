package jp.tenkyo.lifecycle.reference.model;

import java.time.LocalDate;
import java.util.Set;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.ResidentChange;

/**
 * Table 2.1 with the last paragraph of 8, row by row: which kinds of certificate a change ends, and under which reason.
 */
final class TableOfChanges {

    private static final Set<Kind> NONE = Set.of();
    private static final Set<Kind> SIGNING = Set.of(Kind.SIGNING);
    private static final Set<Kind> BOTH = Set.of(Kind.SIGNING, Kind.AUTHENTICATION);

    private TableOfChanges() {}

    /** Which kinds lose effect, of the certificates that the change concerns. */
    static Set<Kind> ends(ResidentChange change) {
        return switch (change.reason()) {
            case MOVED_WITHIN_MUNICIPALITY -> SIGNING;
            case MOVED_OUT -> SIGNING;
            // "MOVED_IN_FROM_ABROAD as MOVED_IN"
            case MOVED_IN, MOVED_IN_FROM_ABROAD -> SIGNING;
            case MOVED_ABROAD -> change.continuedUse().orElseThrow() ? SIGNING : BOTH;
            case DIED -> BOTH;
            case DELETED_NATURALIZED, DELETED_NATIONALITY_LOST, DELETED_EX_OFFICIO -> BOTH;
            case FORMER_SURNAME_ADDED, FORMER_SURNAME_CHANGED, FORMER_SURNAME_DELETED -> SIGNING;
            case ALIAS_ADDED, ALIAS_DELETED -> SIGNING;
            // "CORRECTED_… and ANNULLED_CORRECTION: what changed says"
            case CORRECTED_EX_OFFICIO, CORRECTED_ERROR, ANNULLED_CORRECTION -> touchesACertificate(change);
            // "keep whatever changed says"
            case MINOR_CORRECTION, REWRITTEN, RECREATED -> NONE;
            // "Any other keeping reason with a certificate attribute in changed: revoke"
            case HOUSEHOLD_SPLIT, HOUSEHOLD_MERGED, HOUSEHOLD_CHANGED, HOUSEHOLD_HEAD_CHANGED ->
                touchesACertificate(change);
            case RESIDENT_CODE_CHANGED, RESIDENT_CODE_ENTERED, INDIVIDUAL_NUMBER_ENTERED -> touchesACertificate(change);
            case INDIVIDUAL_NUMBER_CHANGED, INDIVIDUAL_NUMBER_CORRECTED -> BOTH;
            // "BORN, ENTERED_… keep", and "reasons that add or remove a record ignore changed"
            case BORN, ENTERED_NATURALIZED, ENTERED_NATIONALITY_LOST, ENTERED_EX_OFFICIO -> NONE;
            // "ANNULLED_REMOVAL ends nothing."
            case ANNULLED_REMOVAL -> NONE;
            // "ANNULLED_ENTRY ends signing certificates made from that municipality's record, keeps authentication"
            case ANNULLED_ENTRY -> SIGNING;
        };
    }

    /** All attributes are written in a signing certificate but 振り仮名, whose row keeps by default. */
    private static Set<Kind> touchesACertificate(ResidentChange change) {
        return change.changed().stream().anyMatch(attribute -> attribute != ChangedAttribute.FURIGANA) ? SIGNING : NONE;
    }

    /**
     * 2.3: "affiliationChanged: every row of 2.1 that ends signing and keeps authentication; cessationOfOperation:
     * DIED, DELETED_…, MOVED_ABROAD without continued use, INDIVIDUAL_NUMBER_…". INDIVIDUAL_NUMBER_ENTERED keeps of
     * itself: where it ends signing for an attribute, it keeps authentication and so is taken for the former.
     */
    static String reason(ResidentChange change) {
        return ends(change).equals(BOTH) ? "cessationOfOperation" : "affiliationChanged";
    }

    /** "is rejected CHANGED_MISSING" and the checks of the door. */
    static boolean isRefused(ResidentChange change, LocalDate today) {
        var mayLieInTheFuture =
                switch (change.reason()) {
                    case MOVED_OUT, MOVED_ABROAD -> true;
                    default -> false;
                };
        var mustSayWhatChanged =
                switch (change.reason()) {
                    case CORRECTED_EX_OFFICIO, CORRECTED_ERROR, ANNULLED_CORRECTION -> true;
                    default -> false;
                };
        return change.processedDate().isAfter(today)
                || (!mayLieInTheFuture && change.eventDate().isAfter(change.processedDate()))
                || (mustSayWhatChanged && change.changed().isEmpty());
    }
}
