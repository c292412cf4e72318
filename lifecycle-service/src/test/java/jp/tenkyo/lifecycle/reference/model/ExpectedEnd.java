package jp.tenkyo.lifecycle.reference.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;

/** Section 3: on which day a certificate should end. */
final class ExpectedEnd {

    private ExpectedEnd() {}

    /** "min( nthBirthdayAfter(issue, n), valid authentication certificate's notAfter, card expiry )". */
    static LocalDate of(Registration made, LocalDate born, StillValid others) {
        if (made.carrier() == Carrier.RESIDENT_CARD) {
            return endOfLegacyCard(Days.madeOn(made));
        }
        var end = nthBirthdayAfter(Days.madeOn(made), n(made, others), born);
        for (var cap : caps(made, others)) {
            end = cap.isBefore(end) ? cap : end;
        }
        return end;
    }

    /** "the n-th birthday strictly later than d", counted year by year from the date of birth. */
    static LocalDate nthBirthdayAfter(LocalDate day, int n, LocalDate born) {
        var birthdays = 0;
        for (var year = born.getYear(); true; year++) {
            var birthday = birthdayIn(year, born);
            if (birthday.isAfter(day)) {
                birthdays++;
            }
            if (birthdays == n) {
                return birthday;
            }
        }
    }

    /** "29 February: 28 February in common years". */
    static LocalDate birthdayIn(int year, LocalDate born) {
        var isLeapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        return isLeapDay && !LocalDate.of(year, 1, 1).isLeapYear()
                ? LocalDate.of(year, 2, 28)
                : LocalDate.of(year, born.getMonthValue(), born.getDayOfMonth());
    }

    /** "Unknown or non-calendar dates of birth exist and must never be corrected". */
    static Optional<LocalDate> calendarDay(String text) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(5, 7)),
                    Integer.parseInt(text.substring(8, 10))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "6 when a still valid certificate is renewed inside its window, else 5". */
    private static int n(Registration made, StillValid others) {
        var renewed = made.type() == Registration.Type.RENEW
                && others.before(made)
                        .filter(old -> isInWindow(Days.madeOn(made), Days.of(old.notAfter())))
                        .isPresent();
        return renewed ? 6 : 5;
    }

    /** "opens the day after (expiry − 3 months, clamped to the month's end), closes with the last valid day". */
    private static boolean isInWindow(LocalDate day, LocalDate lastDay) {
        var opens = lastDay.minusMonths(3).plusDays(1);
        return !day.isBefore(opens) && !day.isAfter(lastDay);
    }

    /**
     * Open: "the phone's own validity ends then too" is taken to say that a card certificate caps the phone's of its
     * kind.
     */
    private static List<LocalDate> caps(Registration made, StillValid others) {
        var authentication = made.kind() == Kind.SIGNING
                ? others.capOn(Days.madeOn(made), Kind.AUTHENTICATION, made.carrier())
                : Optional.<LocalDate>empty();
        var onCard = made.carrier() == Carrier.PHONE
                ? others.capOn(Days.madeOn(made), made.kind(), Carrier.CARD)
                : Optional.<LocalDate>empty();
        return List.of(made.cardExpiresOn(), authentication, onCard).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** "valid 3 years counted from the day after issue"; a span that begins on 29 February ends with the month. */
    private static LocalDate endOfLegacyCard(LocalDate issue) {
        var first = issue.plusDays(1);
        var threeYearsOn = first.plusYears(3);
        return threeYearsOn.getDayOfMonth() == first.getDayOfMonth() ? threeYearsOn.minusDays(1) : threeYearsOn;
    }
}
