package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** "Findings, not refusals". */
final class Findings {

    private static final int SIGNING_FROM_AGE = 15;

    private Findings() {}

    /** Each by its name; NOT_AFTER_DIFFERS "with the expected date". */
    static List<String> of(Registration made, Instant recordedAt, StillValid others) {
        var findings = new ArrayList<String>();
        var takesThePlaceOfOne = others.before(made).isPresent();
        if (made.type() == Registration.Type.ISSUE && takesThePlaceOfOne) {
            findings.add("ISSUED_WHILE_VALID");
        }
        if (made.type() == Registration.Type.RENEW && !takesThePlaceOfOne) {
            findings.add("NOTHING_TO_RENEW");
        }
        if (!recordedAt.isBefore(made.notAfter().plusSeconds(1))) {
            findings.add("ALREADY_EXPIRED");
        }
        findings.addAll(ofBirth(made, others));
        return findings;
    }

    private static List<String> ofBirth(Registration made, StillValid others) {
        var findings = new ArrayList<String>();
        var born = ExpectedEnd.calendarDay(made.dateOfBirth());
        if (born.isEmpty()) {
            return List.of("DATE_OF_BIRTH_NEEDS_DECISION");
        }
        var from = ExpectedEnd.birthdayIn(born.get().getYear() + SIGNING_FROM_AGE, born.get());
        if (made.kind() == Kind.SIGNING && Days.madeOn(made).isBefore(from)) {
            findings.add("UNDER_15");
        }
        var expected = ExpectedEnd.of(made, born.get(), others);
        // "notAfter is 23:59:59 Asia/Tokyo on the last valid day"
        if (!made.notAfter().equals(Days.midnightOf(expected.plusDays(1)).minusSeconds(1))) {
            findings.add("NOT_AFTER_DIFFERS " + expected);
        }
        return findings;
    }

    static List<String> of(ResidentChange change) {
        return switch (change.reason()) {
            // "with DATE_OF_BIRTH or SEX: finding NOT_MINOR"
            case MINOR_CORRECTION, REWRITTEN, RECREATED ->
                change.changed().contains(ChangedAttribute.DATE_OF_BIRTH)
                                || change.changed().contains(ChangedAttribute.SEX)
                        ? List.of("NOT_MINOR")
                        : List.of();
            // "revoke, finding REASON_AND_CHANGED_DIFFER"
            case HOUSEHOLD_SPLIT,
                    HOUSEHOLD_MERGED,
                    HOUSEHOLD_CHANGED,
                    HOUSEHOLD_HEAD_CHANGED,
                    RESIDENT_CODE_CHANGED,
                    RESIDENT_CODE_ENTERED,
                    INDIVIDUAL_NUMBER_ENTERED ->
                TableOfChanges.ends(change).isEmpty() ? List.of() : List.of("REASON_AND_CHANGED_DIFFER");
            // "ANNULLED_ENTRY ends signing certificates ..., finding NEEDS_DECISION"
            case ANNULLED_ENTRY -> List.of("NEEDS_DECISION");
            default -> List.of();
        };
    }
}
