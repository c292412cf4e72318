package jp.tenkyo.lifecycle.core;

import java.util.Set;

/** The resident-record change that ends certificates, as far as a holder is told of it. */
public record RevocationGround(ChangeReason changeReason, RevocationReason reason, Set<ChangedAttribute> changed) {

    /** Why the change ended something; a move-out ends authentication by its timer alone. */
    EndingCause cause() {
        return switch (changeReason) {
            case ANNULLED_CORRECTION, ANNULLED_ENTRY -> EndingCause.RECORD_ERROR;
            case MOVED_OUT ->
                reason == RevocationReason.CESSATION_OF_OPERATION
                        ? EndingCause.MOVE_OUT_TIMER
                        : EndingCause.RESIDENT_CHANGE;
            default -> EndingCause.RESIDENT_CHANGE;
        };
    }

    String rule() {
        return cause() == EndingCause.MOVE_OUT_TIMER ? MoveOuts.RULE : changeReason.rule();
    }
}
