package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

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
        return new ChangeMarks(
                with(number, ends, ruling.kinds(), ChangeMarks::higher),
                ruling.everywhere() ? with(day, everywhere, ruling.kinds(), ChangeMarks::later) : everywhere,
                ruling.onDeletion() ? with(day, deletions, ruling.kinds(), ChangeMarks::later) : deletions);
    }

    /** Why a certificate made from this municipality's own record has lost effect, if a change concerns it. */
    Optional<RevocationGround> groundAgainstOwn(Certificate certificate) {
        var number = ends.get(certificate.kind());
        if (number != null && isConcerned(certificate, number)) {
            return Optional.of(number.ground());
        }
        var deletion = deletions.get(certificate.kind());
        return deletion != null && wasMadeBefore(certificate, deletion)
                ? Optional.of(deletion.ground())
                : Optional.empty();
    }

    /** Why a certificate made from another municipality's record has lost effect, if a change here concerns it. */
    Optional<RevocationGround> groundAgainstForeign(Certificate certificate) {
        var mark = everywhere.get(certificate.kind());
        return mark != null && !mark.effectiveOn().isBefore(certificate.madeOn())
                ? Optional.of(mark.ground())
                : Optional.empty();
    }

    private static boolean isConcerned(Certificate certificate, NumberMark mark) {
        return mark.recordNumber() > certificate.recordNumber();
    }

    private static boolean wasMadeBefore(Certificate certificate, DateMark mark) {
        return certificate.notBefore().isBefore(Tokyo.startOf(mark.effectiveOn()));
    }

    private static <T> Map<Kind, T> with(T mark, Map<Kind, T> marks, Set<Kind> kinds, BinaryOperator<T> stronger) {
        var all = marks.isEmpty() ? new EnumMap<Kind, T>(Kind.class) : new EnumMap<>(marks);
        for (var kind : kinds) {
            var old = all.get(kind);
            all.put(kind, old == null ? mark : stronger.apply(old, mark));
        }
        return all;
    }

    private static NumberMark higher(NumberMark old, NumberMark one) {
        return one.recordNumber() > old.recordNumber() ? one : old;
    }

    private static DateMark later(DateMark old, DateMark one) {
        return one.effectiveOn().isAfter(old.effectiveOn()) ? one : old;
    }
}
