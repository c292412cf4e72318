package jp.tenkyo.lifecycle.reference;

import java.util.List;

/** Which changes concern a certificate, and the paragraph "Move-out". */
final class MutantsOfConcern {

    private MutantsOfConcern() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "the number that a certificate was made from ends it",
                        "ChangeMarks.java",
                        "mark.recordNumber() > certificate.recordNumber()",
                        "mark.recordNumber() >= certificate.recordNumber()"),
                new Mutant(
                        "the last number counts, not the highest",
                        "ChangeMarks.java",
                        "return one.recordNumber() > old.recordNumber();",
                        "return true;"),
                new Mutant(
                        "a change elsewhere on the day of making leaves alone",
                        "ChangeMarks.java",
                        "!mark.effectiveOn().isBefore(certificate.madeOn())",
                        "mark.effectiveOn().isAfter(certificate.madeOn())"),
                new Mutant(
                        "the last day counts, not the latest",
                        "ChangeMarks.java",
                        "return one.effectiveOn().isAfter(old.effectiveOn());",
                        "return true;"),
                new Mutant(
                        "a deletion ends what was made at 00:00 of its day",
                        "ChangeMarks.java",
                        "certificate.notBefore().isBefore(Tokyo.startOf(mark.effectiveOn()))",
                        "!certificate.notBefore().isAfter(Tokyo.startOf(mark.effectiveOn()))"),
                new Mutant(
                        "a change elsewhere counts from its event",
                        "ResidentChange.java",
                        "return eventDate.isAfter(processedDate) ? eventDate : processedDate;",
                        "return eventDate;"),
                new Mutant(
                        "a change elsewhere counts from its processing",
                        "ResidentChange.java",
                        "return eventDate.isAfter(processedDate) ? eventDate : processedDate;",
                        "return processedDate;"),
                new Mutant(
                        "a change from tomorrow is taken",
                        "Form.java",
                        "!change.processedDate().isAfter(today)",
                        "true"),
                new Mutant(
                        "a change may be processed before it happens",
                        "Form.java",
                        "!change.eventDate().isAfter(change.processedDate())",
                        "true"),
                new Mutant(
                        "a correction need not say what changed",
                        "Form.java",
                        "!change.reason().needsChanged() ||",
                        "true ||"),
                new Mutant(
                        "a certificate reported with other content is taken for a repeat",
                        "Registrations.java",
                        "                && known.recordNumber() == made.recordNumber()\n",
                        ""));
    }
}
