package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of all changes of a holder's record in one municipality: enough to say, of any certificate
 * whenever it is registered, whether one of them concerns it (rule book 2.1). That makes the outcome independent of the
 * order in which changes and certificates come.
 *
 * @param ends by kind, the highest record number that ends certificates made from this municipality's record
 * @param everywhere by kind, the latest day from which certificates made from another municipality's record end
 * @param deletions by kind, the latest day before which certificates made from this record end with it (転出)
 */
public record ChangeMarks(Map<Kind, NumberMark> ends, Map<Kind, DateMark> everywhere, Map<Kind, DateMark> deletions) {

    public static final ChangeMarks NONE = new ChangeMarks(Map.of(), Map.of(), Map.of());

    public record NumberMark(int recordNumber, RevocationGround ground) {}

    public record DateMark(LocalDate effectiveOn, RevocationGround ground) {}

    /** These marks and what one more change adds; equal to these where it adds nothing. */
    ChangeMarks with(int recordNumber, LocalDate effectiveOn, Ruling.Ends ruling) {
        var number = new NumberMark(recordNumber, ruling.ground());
        var day = new DateMark(effectiveOn, ruling.ground());
        var numbers = copyOf(ends);
        var days = copyOf(everywhere);
        var deleted = copyOf(deletions);
        for (var kind : ruling.kinds()) {
            numbers.merge(kind, number, (old, one) -> one.recordNumber() > old.recordNumber() ? one : old);
            if (ruling.everywhere()) {
                days.merge(kind, day, ChangeMarks::later);
            }
            if (ruling.onDeletion()) {
                deleted.merge(kind, day, ChangeMarks::later);
            }
        }
        return new ChangeMarks(numbers, days, deleted);
    }

    /** Why a certificate made from this municipality's own record has lost effect, if a change concerns it. */
    Optional<RevocationGround> groundAgainstOwn(Certificate certificate) {
        var byNumber = Optional.ofNullable(ends.get(certificate.kind()))
                .filter(mark -> mark.recordNumber() > certificate.recordNumber())
                .map(NumberMark::ground);
        return byNumber.or(() -> Optional.ofNullable(deletions.get(certificate.kind()))
                .filter(mark -> certificate.notBefore().isBefore(Tokyo.startOf(mark.effectiveOn())))
                .map(DateMark::ground));
    }

    /** Why a certificate made from another municipality's record has lost effect, if a change here concerns it. */
    Optional<RevocationGround> groundAgainstForeign(Certificate certificate) {
        return Optional.ofNullable(everywhere.get(certificate.kind()))
                .filter(mark -> !mark.effectiveOn().isBefore(certificate.madeOn()))
                .map(DateMark::ground);
    }

    private static <T> Map<Kind, T> copyOf(Map<Kind, T> marks) {
        var copy = new EnumMap<Kind, T>(Kind.class);
        copy.putAll(marks);
        return copy;
    }

    private static DateMark later(DateMark old, DateMark one) {
        return one.effectiveOn().isAfter(old.effectiveOn()) ? one : old;
    }
}
