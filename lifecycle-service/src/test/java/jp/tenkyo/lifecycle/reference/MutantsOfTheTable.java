package jp.tenkyo.lifecycle.reference;

import java.util.List;

/** Rows of table 2.1 that say something else, one by one. */
final class MutantsOfTheTable {

    private MutantsOfTheTable() {}

    static List<Mutant> all() {
        return List.of(
                row("MOVED_WITHIN_MUNICIPALITY", "ENDS_SIGNING", "KEEPS"),
                row("MOVED_WITHIN_MUNICIPALITY", "ENDS_SIGNING", "ENDS_SIGNING_EVERYWHERE"),
                row("MOVED_OUT", "ENDS_SIGNING_ON_DELETION", "KEEPS"),
                row("MOVED_OUT", "ENDS_SIGNING_ON_DELETION", "ENDS_SIGNING"),
                row("MOVED_OUT", "ENDS_SIGNING_ON_DELETION", "ENDS_BOTH_EVERYWHERE"),
                row("MOVED_IN", "ENDS_SIGNING_EVERYWHERE", "KEEPS"),
                row("MOVED_IN", "ENDS_SIGNING_EVERYWHERE", "ENDS_SIGNING"),
                row("MOVED_IN", "ENDS_SIGNING_EVERYWHERE", "ENDS_BOTH_EVERYWHERE"),
                row("MOVED_IN_FROM_ABROAD", "ENDS_SIGNING_EVERYWHERE", "ENDS_SIGNING"),
                row("MOVED_ABROAD", "ENDS_BY_CONTINUED_USE", "ENDS_SIGNING_ON_DELETION"),
                row("MOVED_ABROAD", "ENDS_BY_CONTINUED_USE", "ENDS_BOTH_EVERYWHERE"),
                row("DIED", "ENDS_BOTH_EVERYWHERE", "ENDS_SIGNING_EVERYWHERE"),
                row("DELETED_NATURALIZED", "ENDS_BOTH_EVERYWHERE", "ENDS_SIGNING"),
                row("DELETED_NATIONALITY_LOST", "ENDS_BOTH_EVERYWHERE", "KEEPS"),
                row("DELETED_EX_OFFICIO", "ENDS_BOTH_EVERYWHERE", "ENDS_SIGNING_EVERYWHERE"),
                row("CORRECTED_EX_OFFICIO", "BY_WHAT_CHANGED", "ENDS_SIGNING"),
                row("CORRECTED_ERROR", "BY_WHAT_CHANGED", "KEEPS_AS_MINOR"),
                row("FORMER_SURNAME_ADDED", "ENDS_SIGNING", "KEEPS"),
                row("FORMER_SURNAME_CHANGED", "ENDS_SIGNING", "BY_WHAT_CHANGED"),
                row("FORMER_SURNAME_DELETED", "ENDS_SIGNING", "KEEPS_UNLESS_ATTRIBUTE_CHANGED"),
                row("ALIAS_ADDED", "ENDS_SIGNING", "KEEPS"),
                row("ALIAS_DELETED", "ENDS_SIGNING", "ENDS_BOTH_EVERYWHERE"),
                row("MINOR_CORRECTION", "KEEPS_AS_MINOR", "KEEPS_UNLESS_ATTRIBUTE_CHANGED"),
                row("MINOR_CORRECTION", "KEEPS_AS_MINOR", "KEEPS"),
                row("REWRITTEN", "KEEPS_AS_MINOR", "KEEPS_UNLESS_ATTRIBUTE_CHANGED"),
                row("RECREATED", "KEEPS_AS_MINOR", "ENDS_SIGNING"),
                row("BORN", "KEEPS", "KEEPS_UNLESS_ATTRIBUTE_CHANGED"),
                row("ENTERED_EX_OFFICIO", "KEEPS", "ENDS_SIGNING_EVERYWHERE"),
                row("INDIVIDUAL_NUMBER_CHANGED", "ENDS_BOTH_EVERYWHERE", "ENDS_SIGNING_EVERYWHERE"),
                row("INDIVIDUAL_NUMBER_CORRECTED", "ENDS_BOTH_EVERYWHERE", "KEEPS_UNLESS_ATTRIBUTE_CHANGED"),
                row("INDIVIDUAL_NUMBER_ENTERED", "KEEPS_UNLESS_ATTRIBUTE_CHANGED", "ENDS_BOTH_EVERYWHERE"),
                row("RESIDENT_CODE_CHANGED", "KEEPS_UNLESS_ATTRIBUTE_CHANGED", "KEEPS"),
                row("HOUSEHOLD_SPLIT", "KEEPS_UNLESS_ATTRIBUTE_CHANGED", "KEEPS"),
                row("HOUSEHOLD_HEAD_CHANGED", "KEEPS_UNLESS_ATTRIBUTE_CHANGED", "ENDS_SIGNING"),
                row("ANNULLED_REMOVAL", "KEEPS", "ENDS_SIGNING"),
                row("ANNULLED_ENTRY", "ENDS_SIGNING_AND_NEEDS_DECISION", "ENDS_SIGNING"),
                row("ANNULLED_ENTRY", "ENDS_SIGNING_AND_NEEDS_DECISION", "KEEPS"),
                row("ANNULLED_ENTRY", "ENDS_SIGNING_AND_NEEDS_DECISION", "ENDS_SIGNING_EVERYWHERE"),
                row("ANNULLED_CORRECTION", "BY_WHAT_CHANGED", "KEEPS"),
                row("ANNULLED_CORRECTION", "BY_WHAT_CHANGED", "ENDS_SIGNING"),
                new Mutant(
                        "a row that ends signing alone says cessationOfOperation",
                        "Ruling.java",
                        "RevocationReason.AFFILIATION_CHANGED",
                        "RevocationReason.CESSATION_OF_OPERATION"),
                new Mutant(
                        "a row that ends both says affiliationChanged",
                        "Ruling.java",
                        "RevocationReason.CESSATION_OF_OPERATION",
                        "RevocationReason.AFFILIATION_CHANGED"),
                new Mutant(
                        "a change of furigana ends signing",
                        "Policy.java",
                        "attribute != ChangedAttribute.FURIGANA || furiganaEndsSigning",
                        "true"),
                new Mutant(
                        "an address supplement is in no certificate",
                        "Policy.java",
                        "attribute != ChangedAttribute.FURIGANA ||",
                        "attribute != ChangedAttribute.FURIGANA && attribute != ChangedAttribute.ADDRESS_SUPPLEMENT ||"));
    }

    private static Mutant row(String reason, String sound, String broken) {
        return new Mutant(
                reason + " " + broken + ", not " + sound,
                "ChangeReason.java",
                " " + reason + "(Row." + sound + ")",
                " " + reason + "(Row." + broken + ")");
    }
}
