package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;

/**
 * How long certificates and cards are valid, and on which days their holders are reminded. Written from the rules and
 * on purpose not shared with the service that is checked against it.
 *
 * <p>A certificate is valid through 23:59:59 in Tokyo of its last day, which is a birthday.
 */
final class Validity {

    private static final int ISSUED = 5;
    private static final int RENEWED = 6;
    private static final int CARD_OF_ADULT = 10;
    private static final int CARD_OF_MINOR = 5;
    private static final LocalDate ADULT_AT_18_SINCE = LocalDate.of(2022, 4, 1);

    private Validity() {}

    /** Last day of a certificate issued that day, before any cap. */
    static LocalDate issued(LocalDate birth, LocalDate issuedOn) {
        return nthBirthdayAfter(birth, issuedOn, ISSUED);
    }

    /** Last day of a certificate that takes the place of a valid one inside its renewal window, before any cap. */
    static LocalDate renewed(LocalDate birth, LocalDate renewedOn) {
        return nthBirthdayAfter(birth, renewedOn, RENEWED);
    }

    /** Last day of a card: the 10th birthday, or the 5th for a minor (under 20 until March 2022). */
    static LocalDate card(LocalDate birth, LocalDate issuedOn) {
        var adultAt = issuedOn.isBefore(ADULT_AT_18_SINCE) ? 20 : 18;
        var adult = !issuedOn.isBefore(birthday(birth, birth.getYear() + adultAt));
        return nthBirthdayAfter(birth, issuedOn, adult ? CARD_OF_ADULT : CARD_OF_MINOR);
    }

    /** The n-th birthday strictly later than the date. */
    static LocalDate nthBirthdayAfter(LocalDate birth, LocalDate date, int n) {
        var thisYear = birthday(birth, date.getYear());
        return birthday(birth, date.getYear() + (thisYear.isAfter(date) ? n - 1 : n));
    }

    /** 29 February is kept on the 28th in common years, always counted from the date of birth. */
    static LocalDate birthday(LocalDate birth, int year) {
        var leapDay = birth.getMonthValue() == 2 && birth.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year)
                ? LocalDate.of(year, 2, 28)
                : LocalDate.of(year, birth.getMonthValue(), birth.getDayOfMonth());
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** First day of the renewal window. */
    static LocalDate windowOpensOn(LocalDate lastDay) {
        return lastDay.minusMonths(3).plusDays(1);
    }

    static boolean inWindow(LocalDate lastDay, LocalDate day) {
        return !day.isBefore(windowOpensOn(lastDay)) && !day.isAfter(lastDay);
    }

    /** The certificate's notAfter. */
    static Instant endOf(LocalDate lastDay) {
        return lastDay.atTime(23, 59, 59).atZone(Places.TOKYO).toInstant();
    }
}
