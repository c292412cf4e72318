package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When a holder's present card and its authentication certificate were made.
 *
 * @param issuedOn of the present authentication certificate
 * @param lastDay of it
 */
record CardLife(LocalDate issuedOn, LocalDate lastDay, LocalDate cardExpiresOn) {

    private static final int FIRST_YEAR = 2016;

    /** Cards made a year, in per mille of all made until 2026: campaigns of 2021 to 2023 stand out. */
    private static final int[] CARDS_PER_1000 = {70, 30, 30, 30, 80, 150, 220, 170, 90, 70, 60};

    private static final int DAYS_A_YEAR = 365;
    private static final int LATE_DAYS_MAX = 60;
    private static final int YOUNGEST_DAYS = 40;

    /** Limited period of stay: its end is the card's. */
    private static final int STAY_DAYS_MIN = 60;

    private static final int STAY_DAYS_MAX = 1_400;

    /**
     * Follows a card from its issue to today: what ran out was replaced within two months, without a renewal, so that
     * every certificate is an issue of its own.
     */
    static Optional<CardLife> until(LocalDate today, LocalDate birth, boolean limitedStay, SplittableRandom random) {
        if (!birth.plusDays(YOUNGEST_DAYS).isBefore(today)) {
            return Optional.empty();
        }
        var yesterday = today.minusDays(1);
        var cardIssued = later(firstCard(yesterday, random), birth.plusDays(YOUNGEST_DAYS));
        var issued = cardIssued;
        while (true) {
            var cardEnd = Validity.card(birth, cardIssued);
            var end = Validity.earlier(Validity.issued(birth, issued), cardEnd);
            if (end.isAfter(today)) {
                return Optional.of(
                        limitedStay ? limited(issued, end, today, random) : new CardLife(issued, end, cardEnd));
            }
            var again = Validity.earlier(end.plusDays(1 + random.nextInt(LATE_DAYS_MAX)), yesterday);
            cardIssued = end.isBefore(cardEnd) ? cardIssued : again;
            issued = again;
        }
    }

    /** A card whose certificates have that last day; the holder was grown-up when it was made. */
    static CardLife endingOn(LocalDate lastDay, LocalDate birth, LocalDate yesterday, SplittableRandom random) {
        var earliest = Validity.birthday(birth, lastDay.getYear() - 5);
        var issued = Validity.earlier(earliest.plusDays(random.nextInt(DAYS_A_YEAR - 1)), yesterday);
        return new CardLife(issued, lastDay, Validity.card(birth, issued));
    }

    private static CardLife limited(LocalDate issued, LocalDate end, LocalDate today, SplittableRandom random) {
        var stayEnds = today.plusDays(STAY_DAYS_MIN + random.nextInt(STAY_DAYS_MAX - STAY_DAYS_MIN));
        return new CardLife(issued, Validity.earlier(end, stayEnds), stayEnds);
    }

    private static LocalDate firstCard(LocalDate yesterday, SplittableRandom random) {
        var left = random.nextInt(1_000);
        var year = 0;
        while (left >= CARDS_PER_1000[year]) {
            left -= CARDS_PER_1000[year];
            year++;
        }
        var day = LocalDate.of(FIRST_YEAR + year, 1, 1).plusDays(random.nextInt(DAYS_A_YEAR));
        return day.isBefore(yesterday) ? day : yesterday.minusDays(random.nextInt(DAYS_A_YEAR));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
