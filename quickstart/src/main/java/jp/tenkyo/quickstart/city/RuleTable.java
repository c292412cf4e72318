package jp.tenkyo.quickstart.city;

import java.util.EnumSet;
import java.util.Set;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.ResidentChange;

/** Table 2.1 of the rule book for the changes that the year knows, read from the rule book alone. */
final class RuleTable {

    /** What reaches certificates that were made from another municipality's record. */
    private static final Set<ChangeReason> REACH_OTHERS = EnumSet.of(
            ChangeReason.MOVED_IN,
            ChangeReason.MOVED_IN_FROM_ABROAD,
            ChangeReason.MOVED_ABROAD,
            ChangeReason.DIED,
            ChangeReason.DELETED_EX_OFFICIO,
            ChangeReason.INDIVIDUAL_NUMBER_CHANGED);

    private RuleTable() {}

    static Effect of(ResidentChange change) {
        return switch (change.getReason()) {
            case MOVED_IN, MOVED_OUT, MOVED_WITHIN_MUNICIPALITY, FORMER_SURNAME_ADDED -> Effect.ENDS_SIGNING;
            case MOVED_ABROAD -> Boolean.TRUE.equals(change.getContinuedUse()) ? Effect.ENDS_SIGNING : Effect.ENDS_BOTH;
            case DIED, DELETED_EX_OFFICIO, INDIVIDUAL_NUMBER_CHANGED -> Effect.ENDS_BOTH;
            case CORRECTED_EX_OFFICIO, CORRECTED_ERROR ->
                change.getChanged().stream().anyMatch(what -> what != ChangedAttribute.FURIGANA)
                        ? Effect.ENDS_SIGNING
                        : Effect.KEEPS;
            case MINOR_CORRECTION, HOUSEHOLD_CHANGED, BORN -> Effect.KEEPS;
            default -> throw new IllegalArgumentException("The year knows no " + change.getReason());
        };
    }

    /** Whether the change is about the record that the certificate was made from. */
    static boolean concerns(ResidentChange change, HeldCertificate one) {
        var certificate = one.certificate();
        if (!certificate.municipality().equals(change.getMunicipality())) {
            return REACH_OTHERS.contains(change.getReason())
                    && !HolderLife.effectiveOn(change).isBefore(one.madeOn());
        }
        var deletedSince =
                change.getReason() == ChangeReason.MOVED_OUT && one.madeOn().isBefore(HolderLife.effectiveOn(change));
        return deletedSince || certificate.recordNumber() < change.getRecordNumber();
    }

    static boolean timerConcerns(ResidentChange moveOut, HeldCertificate one) {
        return one.certificate().municipality().equals(moveOut.getMunicipality())
                ? one.certificate().recordNumber() < moveOut.getRecordNumber()
                : !HolderLife.effectiveOn(moveOut).isBefore(one.madeOn());
    }
}
