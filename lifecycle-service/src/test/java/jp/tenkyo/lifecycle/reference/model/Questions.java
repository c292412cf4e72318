package jp.tenkyo.lifecycle.reference.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.DecisionTaken;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** What is "listed for a person, never guessed" (rule book 3 and 8). */
final class Questions {

    private static final String BORN = "DATE_OF_BIRTH_NEEDS_DECISION";
    static final String ENTRY = "NEEDS_DECISION";

    private final List<Known<ResidentChange>> changes;
    private final List<Known<DecisionTaken>> decisions;

    Questions(List<Known<ResidentChange>> changes, List<Known<DecisionTaken>> decisions) {
        this.changes = changes;
        this.decisions = decisions;
    }

    /** "Listed until a person decides"; of one that has ended nothing is left to decide. */
    List<String> open(Known<Registration> certificate, Standing standing) {
        return hasEnded(standing)
                ? List.of()
                : Stream.of(BORN, ENTRY)
                        .filter(finding -> isOpen(certificate, finding))
                        .toList();
    }

    static boolean hasEnded(Standing standing) {
        return standing.state() == Standing.State.REVOKED || standing.state() == Standing.State.EXPIRED;
    }

    private boolean isOpen(Known<Registration> certificate, String finding) {
        var asked = lastAsked(certificate, finding);
        return asked.isPresent()
                && decisions.stream()
                        .filter(known -> known.entry() > asked.getAsInt())
                        .map(Known::what)
                        .filter(taken -> taken.finding().equals(finding))
                        .noneMatch(taken ->
                                taken.certificateId().equals(certificate.what().certificateId()));
    }

    /** With which entry it was asked last, if it ever was. */
    OptionalInt lastAsked(Known<Registration> certificate, String finding) {
        return switch (finding) {
            case BORN ->
                ExpectedEnd.calendarDay(certificate.what().dateOfBirth()).isPresent()
                        ? OptionalInt.empty()
                        : OptionalInt.of(certificate.entry());
            case ENTRY ->
                annulments(certificate.what())
                        .mapToInt(known -> Math.max(known.entry(), certificate.entry()))
                        .max();
            default -> OptionalInt.empty();
        };
    }

    /**
     * "ANNULLED_ENTRY ends signing certificates made from that municipality's record, keeps authentication, finding
     * NEEDS_DECISION", whichever of the two is known first, or the list would hang on the order.
     */
    private Stream<Known<ResidentChange>> annulments(Registration made) {
        return made.kind() == Kind.SIGNING
                ? Stream.empty()
                : changes.stream()
                        .filter(known -> isAnnulledEntry(known.what(), made.municipality()))
                        .filter(known -> known.what().recordNumber() > made.recordNumber())
                        .filter(this::saysSomethingNew);
    }

    /** Sent again, or after one that annuls more, it asks nobody again. */
    private boolean saysSomethingNew(Known<ResidentChange> annulment) {
        return changes.stream()
                .filter(known -> known.entry() < annulment.entry())
                .map(Known::what)
                .filter(earlier -> isAnnulledEntry(earlier, annulment.what().municipality()))
                .noneMatch(earlier -> earlier.recordNumber() >= annulment.what().recordNumber());
    }

    private static boolean isAnnulledEntry(ResidentChange change, String municipality) {
        return change.reason() == ChangeReason.ANNULLED_ENTRY
                && change.municipality().equals(municipality);
    }
}
