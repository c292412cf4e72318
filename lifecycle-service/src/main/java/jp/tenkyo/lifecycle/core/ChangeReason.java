package jp.tenkyo.lifecycle.core;

/** Cause of a resident-record change (異動事由) and the row of the rule book's table 2.1 that decides it. */
public enum ChangeReason {
    MOVED_IN(Row.ENDS_SIGNING_EVERYWHERE),
    MOVED_IN_FROM_ABROAD(Row.ENDS_SIGNING_EVERYWHERE),
    BORN(Row.KEEPS),
    ENTERED_NATURALIZED(Row.KEEPS),
    ENTERED_NATIONALITY_LOST(Row.KEEPS),
    ENTERED_EX_OFFICIO(Row.KEEPS),
    REWRITTEN(Row.KEEPS_AS_MINOR),
    RECREATED(Row.KEEPS_AS_MINOR),
    ANNULLED_REMOVAL(Row.KEEPS),

    MOVED_OUT(Row.ENDS_SIGNING_ON_DELETION),
    MOVED_ABROAD(Row.ENDS_BY_CONTINUED_USE),
    DIED(Row.ENDS_BOTH_EVERYWHERE),
    DELETED_NATURALIZED(Row.ENDS_BOTH_EVERYWHERE),
    DELETED_NATIONALITY_LOST(Row.ENDS_BOTH_EVERYWHERE),
    DELETED_EX_OFFICIO(Row.ENDS_BOTH_EVERYWHERE),
    ANNULLED_ENTRY(Row.ENDS_SIGNING_AND_NEEDS_DECISION),

    MOVED_WITHIN_MUNICIPALITY(Row.ENDS_SIGNING),
    MINOR_CORRECTION(Row.KEEPS_AS_MINOR),
    CORRECTED_EX_OFFICIO(Row.BY_WHAT_CHANGED),
    CORRECTED_ERROR(Row.BY_WHAT_CHANGED),
    INDIVIDUAL_NUMBER_CHANGED(Row.ENDS_BOTH_EVERYWHERE),
    INDIVIDUAL_NUMBER_CORRECTED(Row.ENDS_BOTH_EVERYWHERE),
    INDIVIDUAL_NUMBER_ENTERED(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    RESIDENT_CODE_CHANGED(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    RESIDENT_CODE_ENTERED(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    HOUSEHOLD_SPLIT(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    HOUSEHOLD_MERGED(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    HOUSEHOLD_CHANGED(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    HOUSEHOLD_HEAD_CHANGED(Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED),
    FORMER_SURNAME_ADDED(Row.ENDS_SIGNING),
    FORMER_SURNAME_CHANGED(Row.ENDS_SIGNING),
    FORMER_SURNAME_DELETED(Row.ENDS_SIGNING),
    ALIAS_ADDED(Row.ENDS_SIGNING),
    ALIAS_DELETED(Row.ENDS_SIGNING),
    ANNULLED_CORRECTION(Row.BY_WHAT_CHANGED);

    private final Row row;

    ChangeReason(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    /** Whether the change may lie in the future and then waits until 00:00 of its day. */
    public boolean mayLieInTheFuture() {
        return this == MOVED_OUT || this == MOVED_ABROAD;
    }

    /** Whether {@code changed} alone says what the change is, so that it must not be empty. */
    public boolean needsChanged() {
        return row == Row.BY_WHAT_CHANGED;
    }

    /** What a kind of change does to certificates. */
    enum Row {
        /** Adds a record; whatever {@code changed} says, nothing is ended. */
        KEEPS,
        /** 軽微な修正 and rewriting: keeps whatever {@code changed} says. */
        KEEPS_AS_MINOR,
        /** Keeps, but a certificate attribute in {@code changed} contradicts that, and the attribute wins. */
        KEEPS_UNLESS_ATTRIBUTE_CHANGED,
        ENDS_SIGNING,
        ENDS_SIGNING_EVERYWHERE,
        ENDS_SIGNING_ON_DELETION,
        ENDS_BOTH_EVERYWHERE,
        ENDS_BY_CONTINUED_USE,
        /** 記録誤り等 of an entry: signing ends, and of authentication a person decides. */
        ENDS_SIGNING_AND_NEEDS_DECISION,
        BY_WHAT_CHANGED
    }
}
