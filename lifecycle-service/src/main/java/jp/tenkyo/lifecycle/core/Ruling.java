package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What table 2.1 of the rule book says of a change, whoever its holder is and whatever certificates there are. */
sealed interface Ruling {

    Set<Kind> SIGNING = Set.of(Kind.SIGNING);
    Set<Kind> BOTH = Set.of(Kind.SIGNING, Kind.AUTHENTICATION);

    List<Finding> findings();

    /** The change ends nothing. */
    record Keeps(List<Finding> findings) implements Ruling {}

    /**
     * The change ends certificates of these kinds.
     *
     * @param everywhere whether it concerns certificates made from another municipality's record too
     * @param onDeletion whether it deletes the record (転出), which ends what was made from it before that day
     */
    record Ends(
            Set<Kind> kinds, RevocationGround ground, boolean everywhere, boolean onDeletion, List<Finding> findings)
            implements Ruling {}

    static Ruling of(ResidentChange change, Policy policy) {
        return switch (change.reason().row()) {
            case KEEPS -> new Keeps(List.of());
            case KEEPS_AS_MINOR -> new Keeps(notMinor(change));
            case KEEPS_UNLESS_ATTRIBUTE_CHANGED ->
                endsByWhatChanged(change, policy)
                        ? endsSigning(change, false, false, List.of(reasonAndChangedDiffer(change)))
                        : new Keeps(List.of());
            case BY_WHAT_CHANGED ->
                endsByWhatChanged(change, policy) ? endsSigning(change, false, false, List.of()) : new Keeps(List.of());
            case ENDS_SIGNING -> endsSigning(change, false, false, List.of());
            case ENDS_SIGNING_AND_NEEDS_DECISION ->
                endsSigning(change, false, false, List.of(Finding.of(Finding.Code.NEEDS_DECISION)));
            case ENDS_SIGNING_EVERYWHERE -> endsSigning(change, true, false, List.of());
            case ENDS_SIGNING_ON_DELETION -> endsSigning(change, false, true, List.of());
            case ENDS_BOTH_EVERYWHERE -> endsBoth(change, false);
            case ENDS_BY_CONTINUED_USE ->
                change.continuedUse().orElse(false)
                        ? endsSigning(change, true, false, List.of())
                        : endsBoth(change, true);
        };
    }

    private static boolean endsByWhatChanged(ResidentChange change, Policy policy) {
        for (var attribute : change.changed()) {
            if (policy.isInCertificates(attribute)) {
                return true;
            }
        }
        return false;
    }

    private static Ruling endsSigning(
            ResidentChange change, boolean everywhere, boolean onDeletion, List<Finding> findings) {
        var ground = new RevocationGround(change.reason(), RevocationReason.AFFILIATION_CHANGED, change.changed());
        return new Ends(SIGNING, ground, everywhere, onDeletion, findings);
    }

    private static Ruling endsBoth(ResidentChange change, boolean onDeletion) {
        var ground = new RevocationGround(change.reason(), RevocationReason.CESSATION_OF_OPERATION, change.changed());
        return new Ends(BOTH, ground, true, onDeletion, List.of());
    }

    private static List<Finding> notMinor(ResidentChange change) {
        return change.changed().contains(ChangedAttribute.DATE_OF_BIRTH)
                        || change.changed().contains(ChangedAttribute.SEX)
                ? List.of(Finding.of(Finding.Code.NOT_MINOR))
                : List.of();
    }

    private static Finding reasonAndChangedDiffer(ResidentChange change) {
        return Finding.of(
                Finding.Code.REASON_AND_CHANGED_DIFFER,
                change.reason() + " alone",
                // In one order, whatever set it came in: a replay must give the same text.
                new TreeSet<>(change.changed()).toString());
    }
}
