package jp.tenkyo.lifecycle.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** How long a certificate should be valid (rule book 3). The CA's own notAfter stands; a difference is a finding. */
final class Validity {

    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    private Validity() {}

    /** The date of birth, where it is a day of the calendar; never corrected. */
    static Optional<LocalDate> calendarDate(String dateOfBirth) {
        if (!Form.isDateOfBirth(dateOfBirth)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(dateOfBirth, 0, 4, 10),
                    Integer.parseInt(dateOfBirth, 5, 7, 10),
                    Integer.parseInt(dateOfBirth, 8, 10, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The n-th birthday strictly later than a day, always counted from the date of birth itself. */
    static LocalDate nthBirthdayAfter(LocalDate day, int n, LocalDate born, Policy policy) {
        var thisYear = birthdayIn(day.getYear(), born, policy);
        var firstYear = thisYear.isAfter(day) ? day.getYear() : day.getYear() + 1;
        return birthdayIn(firstYear + n - 1, born, policy);
    }

    /** First day on which a certificate can be renewed: the day after its last day less the window, clamped. */
    static LocalDate windowOpensOn(LocalDate lastDay, Policy policy) {
        return lastDay.minus(policy.renewalWindow()).plusDays(1);
    }

    /** The last valid day that the rule gives a certificate of this holder. */
    static LocalDate expectedLastDay(Registration made, LocalDate born, Holder holder, Policy policy) {
        if (made.carrier() == Carrier.RESIDENT_CARD) {
            return lastDayOf(policy.legacyYears(), made.madeOn().plusDays(1));
        }
        var last = byBirthday(made, born, holder, policy);
        for (var cap : caps(made, holder)) {
            if (cap.isPresent() && cap.get().isBefore(last)) {
                last = cap.get();
            }
        }
        return last;
    }

    /** Whether a certificate is under the age from which the signing certificate is issued as a rule. */
    static boolean isUnderAge(Registration made, LocalDate born, Policy policy) {
        return made.madeOn().isBefore(birthdayIn(born.getYear() + policy.signingFromAge(), born, policy));
    }

    /** A span of years ends on the day before its day returns, or at the month's end in a year without that day. */
    private static LocalDate lastDayOf(int years, LocalDate firstDay) {
        var returns = firstDay.plusYears(years);
        return returns.getDayOfMonth() == firstDay.getDayOfMonth() ? returns.minusDays(1) : returns;
    }

    private static LocalDate byBirthday(Registration made, LocalDate born, Holder holder, Policy policy) {
        var renewed = holder.validBefore(made).filter(old -> isRenewalInWindow(made, old, policy));
        var onLastDay =
                renewed.filter(old -> made.madeOn().equals(old.lastDay())).isPresent()
                        && policy.lastDayRenewal() == Policy.LastDayRenewal.AS_THE_DAY_BEFORE;
        return nthBirthdayAfter(
                onLastDay ? made.madeOn().minusDays(1) : made.madeOn(),
                renewed.isPresent() ? policy.birthdaysOfRenewal() : policy.birthdays(),
                born,
                policy);
    }

    private static boolean isRenewalInWindow(Registration made, Certificate old, Policy policy) {
        return made.type() == Registration.Type.RENEW
                && !made.madeOn().isBefore(windowOpensOn(old.lastDay(), policy))
                && !made.madeOn().isAfter(old.lastDay());
    }

    /**
     * Card expiry caps all; a valid authentication certificate its signing one; the card's the phone's. One on hold
     * caps too (rule book 2.2).
     */
    private static List<Optional<LocalDate>> caps(Registration made, Holder holder) {
        var authentication = made.kind() == Kind.SIGNING
                ? holder.unrevokedOn(made.madeOn(), Kind.AUTHENTICATION, made.carrier())
                : Optional.<Certificate>empty();
        var onCard = made.carrier() == Carrier.PHONE
                ? holder.unrevokedOn(made.madeOn(), made.kind(), Carrier.CARD)
                : Optional.<Certificate>empty();
        return List.of(
                made.cardExpiresOn(), authentication.map(Certificate::lastDay), onCard.map(Certificate::lastDay));
    }

    private static LocalDate birthdayIn(int year, LocalDate born, Policy policy) {
        var day = MonthDay.of(born.getMonth(), born.getDayOfMonth());
        return day.equals(LEAP_DAY) && !day.isValidYear(year) && policy.leapDay() == Policy.LeapDay.MARCH_1
                ? LocalDate.of(year, Month.MARCH, 1)
                : day.atYear(year);
    }
}
