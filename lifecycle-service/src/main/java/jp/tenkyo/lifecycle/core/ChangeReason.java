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
    private final String rule;

    ChangeReason(Row row) {
        this.row = row;
        this.rule = "2.1/" + name();
    }

    Row row() {
        return row;
    }

    /** Its row of the rule book. */
    String rule() {
        return rule;
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
        KEEPS("Adds a record, or annuls a removal: ends nothing, whatever else is said to have changed.", "Act 15 [L]"),
        KEEPS_AS_MINOR(
                "軽微な修正 and rewriting keep all certificates, whatever is said to have changed.",
                "Act 15, carve-out [L]; list [P]"),
        KEEPS_UNLESS_ATTRIBUTE_CHANGED(
                "Keeps; but where an attribute of the certificate is said to have changed, that wins.",
                "Act 15 [L]; default [D]"),
        ENDS_SIGNING(
                "Something that the signing certificate says has changed: it ends.", "Act 15(1) [L]; city page [P]"),
        ENDS_SIGNING_EVERYWHERE(
                "A move-in ends signing certificates made from any municipality's record.", "Act 15(1) [L]"),
        ENDS_SIGNING_ON_DELETION(
                "A move-out ends signing certificates on the deletion of the record, not on the filing.",
                "Act 15(1) [L]"),
        ENDS_BOTH_EVERYWHERE(
                "The record or the card's number is gone: both kinds end, wherever they were made from.",
                "Act 15(1), 34(1) [L]; individual number [P]"),
        ENDS_BY_CONTINUED_USE(
                "Moved abroad: signing ends on the day; without continued use the card lapses and both end.",
                "Act 15(1), 34(1) [L]; practice [P]"),
        ENDS_SIGNING_AND_NEEDS_DECISION(
                "An entry is annulled: signing ends as a record error, of authentication a person decides.",
                "default [D]"),
        BY_WHAT_CHANGED(
                "What is said to have changed decides; an annulled correction is a record error.",
                "Act 15(1) [L]; default [D]");

        private final String says;
        private final String source;

        Row(String says, String source) {
            this.says = says;
            this.source = source;
        }

        String says() {
            return says;
        }

        String source() {
            return source;
        }
    }
}
