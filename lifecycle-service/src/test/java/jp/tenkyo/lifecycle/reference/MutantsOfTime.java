package jp.tenkyo.lifecycle.reference;

import java.util.List;

/** 2.4: what is due, when, and in which order. */
final class MutantsOfTime {

    private MutantsOfTime() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "expires with its last second",
                        "Certificate.java",
                        "return notAfter.plusSeconds(1);",
                        "return notAfter;"),
                new Mutant(
                        "expires a second late",
                        "Certificate.java",
                        "return notAfter.plusSeconds(1);",
                        "return notAfter.plusSeconds(2);"),
                new Mutant(
                        "one on hold does not expire", "Deadlines.java", "if (one.isLive()) {", "if (one.isGood()) {"),
                new Mutant(
                        "an input is decided before what was due",
                        "Lifecycle.java",
                        "var passage = passTime(before, clock, policy);",
                        "var passage = new Passage(recordedAt(before, clock), java.util.List.of(), before.recordedAt(recordedAt(before, clock)));"),
                new Mutant(
                        "recordedAt goes back with the clock",
                        "Lifecycle.java",
                        "return now.isBefore(holder.lastRecordedAt()) ? holder.lastRecordedAt() : now;",
                        "return now;"),
                new Mutant(
                        "recordedAt is finer than a millisecond",
                        "Lifecycle.java",
                        "var now = Instant.ofEpochMilli(clock.toEpochMilli());",
                        "var now = clock;"),
                new Mutant(
                        "what is due at this instant waits",
                        "Lifecycle.java",
                        "due -> !due.at().isAfter(now)",
                        "due -> due.at().isBefore(now)"),
                new Mutant(
                        "a waiting move-out comes before an expiry of the same instant",
                        "Deadlines.java",
                        "case WaitingChangeDue _ -> 1;",
                        "case WaitingChangeDue _ -> -1;"),
                new Mutant(
                        "a timer comes before an expiry of the same instant",
                        "Deadlines.java",
                        "case TimerDue _ -> 2;",
                        "case TimerDue _ -> -1;"));
    }
}
