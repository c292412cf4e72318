package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.ResidentChange;

/** What happens to a resident's record in the year: each occasion, and what it leads to. */
final class Resident {

    private static final List<String> ELSEWHERE = List.of(Places.SAPPORO, Places.CHIYODA);
    private static final int REISSUED_PERCENT = 55;
    private static final int RESENT_PERCENT = 1;
    private static final int MOVED_IN_IN_TIME_PERCENT = 92;
    private static final int MOVED_IN_LATE_PERCENT = 5;

    private final ResidentYear year;
    private final YearMessages messages;
    private final CardCounter counter;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Municipality of the present record. */
    private String home;

    /** Filed to leave, and not in another record yet, or for good. */
    private boolean gone;

    Resident(ResidentYear year, YearMessages messages, CardCounter counter, String home, int number) {
        this.year = year;
        this.messages = messages;
        this.counter = counter;
        this.home = home;
        numbers.put(home, number);
        counter.servesAt(home, number);
    }

    List<YearInput> dies(LocalDate day) {
        return onRecord(day, ChangeReason.DIED, day.minusDays(year.days(0, 3)));
    }

    List<YearInput> isDeleted(LocalDate day) {
        var sent = onRecord(day, ChangeReason.DELETED_EX_OFFICIO, day);
        gone |= !sent.isEmpty();
        return sent;
    }

    List<YearInput> movesWithin(LocalDate day) {
        return reissuingAfter(day, touching(day, ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS, 10));
    }

    List<YearInput> isRenamed(LocalDate day) {
        return reissuingAfter(day, touching(day, ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.NAME, 5));
    }

    List<YearInput> addsFormerSurname(LocalDate day) {
        return reissuingAfter(
                day, touching(day, ChangeReason.FORMER_SURNAME_ADDED, ChangedAttribute.FORMER_SURNAME, 0));
    }

    List<YearInput> hasErrorCorrected(LocalDate day) {
        return reissuingAfter(day, touching(day, ChangeReason.CORRECTED_ERROR, ChangedAttribute.DATE_OF_BIRTH, 0));
    }

    List<YearInput> isRenumbered(LocalDate day) {
        return touching(day, ChangeReason.MINOR_CORRECTION, ChangedAttribute.ADDRESS, 0);
    }

    List<YearInput> hasFuriganaEntered(LocalDate day) {
        return touching(day, ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.FURIGANA, 0);
    }

    List<YearInput> changesHousehold(LocalDate day) {
        return onRecord(day, ChangeReason.HOUSEHOLD_CHANGED, day);
    }

    List<YearInput> isBorn(LocalDate day) {
        return send(messages.change(day, home, 1, ChangeReason.BORN, day.minusDays(year.days(0, 13))), day);
    }

    List<YearInput> changesIndividualNumber(LocalDate day) {
        var sent = onRecord(day, ChangeReason.INDIVIDUAL_NUMBER_CHANGED, day);
        if (!sent.isEmpty()) {
            year.plan(day.plusDays(year.days(14, 40)), later -> gone ? List.of() : counter.cardWhereNoneIs(later));
        }
        return sent;
    }

    List<YearInput> losesCard(LocalDate day) {
        return gone ? List.of() : counter.cardLost(day, home);
    }

    /** Files today to leave within two weeks. */
    List<YearInput> movesOutTo(String destination, LocalDate day) {
        if (gone) {
            return List.of();
        }
        var planned = day.plusDays(year.days(0, 14));
        var change = messages.change(day, home, nextNumber(), ChangeReason.MOVED_OUT, planned)
                .setPlannedMoveOutDate(planned);
        gone = true;
        var arrives = year.random().nextInt(100);
        if (arrives < MOVED_IN_IN_TIME_PERCENT) {
            year.plan(planned.plusDays(year.days(0, 13)), later -> movesInTo(destination, later));
        } else if (arrives < MOVED_IN_IN_TIME_PERCENT + MOVED_IN_LATE_PERCENT) {
            year.plan(planned.plusDays(year.days(32, 90)), later -> movesInTo(destination, later));
        }
        return send(change, day);
    }

    List<YearInput> movesOut(LocalDate day) {
        return movesOutTo(ELSEWHERE.get(year.random().nextInt(ELSEWHERE.size())), day);
    }

    List<YearInput> movesInTo(String destination, LocalDate day) {
        home = destination;
        gone = false;
        var change = messages.change(day, home, nextNumber(), ChangeReason.MOVED_IN, day.minusDays(year.days(0, 3)));
        return reissuingAfter(day, send(change, day));
    }

    List<YearInput> movesAbroad(LocalDate day) {
        if (gone) {
            return List.of();
        }
        var leaves = day.plusDays(year.days(0, 20));
        var continues = year.inPercent(50);
        var change = messages.change(day, home, nextNumber(), ChangeReason.MOVED_ABROAD, leaves)
                .setContinuedUse(continues);
        gone = true;
        if (continues && year.inPercent(40)) {
            year.plan(day.plusDays(1), later -> later.isBefore(leaves) ? counter.reissueSigning(later) : List.of());
        }
        return send(change, day);
    }

    private List<YearInput> touching(LocalDate day, ChangeReason reason, ChangedAttribute attribute, int daysAgoMax) {
        return gone
                ? List.of()
                : send(
                        messages.change(day, home, nextNumber(), reason, day.minusDays(year.days(0, daysAgoMax)))
                                .setChanged(List.of(attribute)),
                        day);
    }

    private List<YearInput> onRecord(LocalDate day, ChangeReason reason, LocalDate eventDate) {
        return gone ? List.of() : send(messages.change(day, home, nextNumber(), reason, eventDate), day);
    }

    private List<YearInput> reissuingAfter(LocalDate day, List<YearInput> sent) {
        if (!sent.isEmpty() && year.inPercent(REISSUED_PERCENT)) {
            year.plan(day.plusDays(year.days(1, 60)), later -> gone ? List.of() : counter.reissue(later));
        }
        return sent;
    }

    private List<YearInput> send(ResidentChange.Builder made, LocalDate day) {
        var change = made.build();
        year.life().change(change, day);
        counter.servesAt(home, numbers.getOrDefault(home, 1));
        if (year.inPercent(RESENT_PERCENT)) {
            year.plan(day.plusDays(1), _ -> List.of(new YearInput.OfRecord(change)));
        }
        return List.of(new YearInput.OfRecord(change));
    }

    private int nextNumber() {
        return numbers.merge(home, 1, Integer::sum);
    }

    List<YearInput> renews(LocalDate day) {
        return gone ? List.of() : counter.renew(day);
    }

    List<YearInput> getsFirstCard(LocalDate day) {
        return gone ? List.of() : counter.cardWhereNoneIs(day);
    }
}
