package jp.tenkyo.quickstart.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * When in the year something happens, in per mille by month. March's share of moves is the published one (965,051 of
 * 5.19 million, rule book 9); the other months, and the shares of deaths and marriages, are rounded from the usual
 * course of such statistics: assumptions.
 */
enum Season {
    MOVES(60, 62, 186, 118, 68, 62, 74, 84, 78, 78, 64, 66),
    DEATHS(102, 92, 91, 82, 79, 73, 74, 77, 75, 82, 85, 88),
    MARRIAGES(70, 85, 100, 80, 85, 80, 85, 80, 75, 80, 100, 80),
    EVEN(85, 77, 85, 82, 85, 82, 85, 85, 82, 85, 82, 85);

    private static final int PER_MILLE = 1000;

    /** Of March's moves, this many per mille fall on its last twelve days, of April's on its first seven. */
    private static final int CROWDED_PER_1000 = 600;

    private static final int MARCH = 3;
    private static final int APRIL = 4;
    private static final int CROWDED_FROM = 20;
    private static final int CROWDED_UNTIL = 7;

    private final int[] perMille;

    Season(int... perMille) {
        this.perMille = perMille;
    }

    LocalDate draw(int year, SplittableRandom random) {
        var month = YearMonth.of(year, month(random));
        var crowded = this == MOVES && random.nextInt(PER_MILLE) < CROWDED_PER_1000;
        if (crowded && month.getMonthValue() == MARCH) {
            return month.atDay(CROWDED_FROM + random.nextInt(month.lengthOfMonth() - CROWDED_FROM + 1));
        }
        return month.atDay(
                1 + random.nextInt(crowded && month.getMonthValue() == APRIL ? CROWDED_UNTIL : month.lengthOfMonth()));
    }

    private int month(SplittableRandom random) {
        var left = random.nextInt(Arrays.stream(perMille).sum());
        var month = 0;
        while (left >= perMille[month]) {
            left -= perMille[month];
            month++;
        }
        return month + 1;
    }

    /** Counters are open on working days; public holidays other than the turn of the year are not modelled. */
    static LocalDate openOnOrAfter(LocalDate day) {
        var open = day;
        while (isClosed(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    static boolean isClosed(LocalDate day) {
        var turnOfTheYear = (day.getMonthValue() == 12 && day.getDayOfMonth() >= 29)
                || (day.getMonthValue() == 1 && day.getDayOfMonth() <= 3);
        return turnOfTheYear || day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
