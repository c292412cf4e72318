package jp.tenkyo.lifecycle.reference;

import java.util.List;

/** The paragraph "Move-out": waiting, what a deletion ends, the timer, and what calls both off. */
final class MutantsOfMoveOuts {

    private MutantsOfMoveOuts() {}

    static List<Mutant> all() {
        return List.of(
                change("a future move-out does not wait", "change.effectiveOn().isAfter(draft.today())", "false"),
                lifecycle(
                        "a change that waits is forgotten when its day comes",
                        "Changes.endWaiting(draft, waiting)",
                        "draft.add(new Event.WaitingEnded(waiting))"),
                new Mutant(
                        "a move abroad that waits loses its continued use",
                        "WaitingChange.java",
                        "change.continuedUse().orElse(false)",
                        "false"),
                new Mutant(
                        "a move-out that waits counts as processed on its day",
                        "WaitingChange.java",
                        "change.processedDate()",
                        "change.effectiveOn()"),
                new Mutant(
                        "a move-out that waits loses its planned date",
                        "WaitingChange.java",
                        "change.plannedMoveOutDate()",
                        "Optional.empty()"),
                new Mutant(
                        "a move abroad with continued use does not spare the reissue before departure",
                        "Ruling.java",
                        "? endsSigning(change, true, false, List.of())",
                        "? endsSigning(change, true, true, List.of())"),
                new Mutant(
                        "a move abroad without continued use spares what was made before departure",
                        "Ruling.java",
                        ": endsBoth(change, true)",
                        ": endsBoth(change, false)"),
                change(
                        "a move-out whose annulment came first is not decided",
                        "private static Decision end(Draft draft, ResidentChange change, Ruling.Ends ends) {\n",
                        """
                        private static Decision end(Draft draft, ResidentChange change, Ruling.Ends ends) {
                            if (change.reason().mayLieInTheFuture()
                                    && MoveOuts.isAnnulled(WaitingChange.of(change), draft.holder())) {
                                return new Decision.Unchanged(OutcomeCode.KEPT, List.of(), List.of());
                            }
                        """),
                change(
                        "a future move-out whose annulment came first waits",
                        "if (MoveOuts.isAnnulled(waiting, draft.holder())) {",
                        "if (false) {"),
                change(
                        "a filing that was dropped takes effect when it is sent again after its day",
                        "when wasDropped(draft, change)",
                        "when change.holderId().isEmpty() && wasDropped(draft, change)"),
                moveOut(
                        "a move-out recorded when its days are over fires before the move-in behind it",
                        "firesOn.isAfter(tomorrow) ? firesOn : tomorrow",
                        "firesOn"),
                moveOut(
                        "a waiting move-out is dropped by a number that is not higher",
                        "annulledRemovalNumber() > waiting.recordNumber()",
                        "annulledRemovalNumber() >= waiting.recordNumber()"),
                moveOut(
                        "a waiting move-out is not dropped",
                        "if (isAnnulled(waiting, draft.holder())) {",
                        "if (false) {"),
                change(
                        "a move abroad arms the timer",
                        "if (change.reason() == ChangeReason.MOVED_OUT) {",
                        "if (change.reason().mayLieInTheFuture()) {"),
                moveOut("the timer has 29 days", "moveInWithinDays() + 1L", "moveInWithinDays() + 0L"),
                moveOut("the timer has 31 days", "moveInWithinDays() + 1L", "moveInWithinDays() + 2L"),
                moveOut(
                        "the timer counts from the event in spite of a planned date",
                        "moveOut.plannedMoveOutDate()",
                        "Optional.<java.time.LocalDate>empty()"),
                moveOut(
                        "the timer counts from the processing",
                        ".orElse(moveOut.eventDate())",
                        ".orElse(moveOut.processedDate())"),
                lifecycle(
                        "the timer ends nothing",
                        "MoveOuts.fire(draft, timer)",
                        "draft.add(new Event.MoveOutTimerFired(timer))"),
                timer("the timer says affiliationChanged", "CESSATION_OF_OPERATION", "AFFILIATION_CHANGED"),
                timer(
                        "the timer ends signing too",
                        "Set.of(Kind.AUTHENTICATION)",
                        "Set.of(Kind.AUTHENTICATION, Kind.SIGNING)"),
                timer(
                        "the timer spares certificates made elsewhere before",
                        "                true,\n                false,",
                        "                false,\n                false,"),
                timer(
                        "the timer ends what was made before the day, whatever its number",
                        "                true,\n                false,",
                        "                true,\n                true,"),
                moveOut("a move-in elsewhere saves nobody", "if (movedInElsewhere(timer, holder)) {", "if (false) {"),
                moveOut("a move-in elsewhere from before saves", "!day.isBefore(timer.processedOn())", "true"),
                moveOut(
                        "a move-in elsewhere on the same day does not save",
                        "!day.isBefore(timer.processedOn())",
                        "day.isAfter(timer.processedOn())"),
                moveOut(
                        "a move-in here saves whatever its number",
                        "!entry.getKey().equals(timer.municipality())",
                        "true"),
                moveOut(
                        "an entry with the same number saves",
                        "here.entryNumber() > timer.recordNumber()",
                        "here.entryNumber() >= timer.recordNumber()"),
                moveOut("an entry here saves nobody", "here.entryNumber() > timer.recordNumber()", "false"),
                moveOut(
                        "an annulment with the same number saves",
                        "here.annulledRemovalNumber() > timer.recordNumber()",
                        "here.annulledRemovalNumber() >= timer.recordNumber()"),
                moveOut("an annulment saves nobody", "here.annulledRemovalNumber() > timer.recordNumber()", "false"),
                moveOut(
                        "a certificate from elsewhere saves nobody",
                        "return certifiedElsewhere(timer, holder)\n",
                        "return false\n"),
                moveOut(
                        "a certificate from elsewhere made on the same day does not save",
                        "!one.madeOn().isBefore(timer.processedOn())",
                        "one.madeOn().isAfter(timer.processedOn())"),
                moveOut(
                        "a certificate made here saves",
                        "!one.municipality().equals(timer.municipality())\n                    && ",
                        ""),
                arrival("a move-in from abroad saves nobody", "MOVED_IN, MOVED_IN_FROM_ABROAD ->", "MOVED_IN ->"),
                arrival("an entry after naturalization saves nobody", "case ENTERED_NATURALIZED, ", "case "),
                arrival("an entry ex officio saves nobody", ", ENTERED_EX_OFFICIO ->", " ->"),
                arrival(
                        "an entry ex officio elsewhere saves",
                        "ENTERED_EX_OFFICIO ->\n                new Arrivals(\n                        movedInOn,",
                        "ENTERED_EX_OFFICIO ->\n                new Arrivals(\n                        Optional.of(change.processedDate()),"),
                arrival(
                        "the last number of an annulment counts, not the highest",
                        "Math.max(annulledRemovalNumber, change.recordNumber())",
                        "change.recordNumber()"),
                arrival(
                        "an annulled entry leaves what was made from it to a person, with its number too",
                        "annulledEntryNumber > recordNumber",
                        "annulledEntryNumber >= recordNumber"),
                arrival(
                        "the last number of an annulled entry counts, not the highest",
                        "Math.max(annulledEntryNumber, change.recordNumber())",
                        "change.recordNumber()"),
                question(
                        "what was made from an annulled entry is left to nobody",
                        "kind == Kind.AUTHENTICATION\n                && ",
                        "false && "),
                question(
                        "signing made from an annulled entry is left to a person",
                        "kind == Kind.AUTHENTICATION\n                && ",
                        ""),
                new Mutant(
                        "what is registered after its entry was annulled is left to nobody",
                        "Registrations.java",
                        ".ifPresent(certificate -> Questions.askAboutEntryOf(draft, certificate));",
                        ".ifPresent(_ -> {});"),
                arrival(
                        "the last day of a move-in counts, not the latest",
                        "one.isAfter(other) ? one : other",
                        "other"),
                new Mutant(
                        "a certificate from elsewhere that comes after the move-out saves nobody",
                        "Registrations.java",
                        "        MoveOuts.callOff(draft);\n",
                        ""),
                change(
                        "an entry that comes after the move-out saves nobody",
                        "        take(draft, change);\n        MoveOuts.callOff(draft);\n",
                        "        take(draft, change);\n"));
    }

    private static Mutant moveOut(String name, String from, String to) {
        return new Mutant(name, "MoveOuts.java", from, to);
    }

    private static Mutant timer(String name, String from, String to) {
        return new Mutant(name, "MoveOutTimer.java", from, to);
    }

    private static Mutant arrival(String name, String from, String to) {
        return new Mutant(name, "Arrivals.java", from, to);
    }

    private static Mutant question(String name, String from, String to) {
        return new Mutant(name, "Questions.java", from, to);
    }

    private static Mutant change(String name, String from, String to) {
        return new Mutant(name, "Changes.java", from, to);
    }

    private static Mutant lifecycle(String name, String from, String to) {
        return new Mutant(name, "Lifecycle.java", from, to);
    }
}
