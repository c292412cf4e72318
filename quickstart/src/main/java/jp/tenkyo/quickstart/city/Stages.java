package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.NoticeStage;

/** Which reminder falls due on which day. */
final class Stages {

    private static final int LONGEST_WINDOW_DAYS = 100;
    private static final int QUIET_DAYS = 50;

    private Stages() {}

    /** The reminder that falls due on that day for a certificate with that last day. */
    static Optional<NoticeStage> dueOn(LocalDate day, LocalDate lastDay) {
        if (day.equals(Validity.windowOpensOn(lastDay))) {
            return Optional.of(NoticeStage.WINDOW_OPENED);
        }
        if (day.equals(lastDay.minusMonths(1))) {
            return Optional.of(NoticeStage.ONE_MONTH_LEFT);
        }
        if (day.equals(lastDay.minusDays(7))) {
            return Optional.of(NoticeStage.ONE_WEEK_LEFT);
        }
        return day.equals(lastDay.plusDays(1)) ? Optional.of(NoticeStage.EXPIRED) : Optional.empty();
    }

    /**
     * A last day whose reminder of that stage falls due on the day. There is none on a few days of the year: no last
     * day lies three months after 29 or 30 November of a common year, for instance, so no window opens on 30 November.
     */
    static Optional<LocalDate> lastDayFor(NoticeStage stage, LocalDate day) {
        return daysAround(day)
                .filter(lastDay -> dueOn(day, lastDay).filter(stage::equals).isPresent())
                .findFirst();
    }

    /** The same, or a last day in the middle of the window on the few days for which there is none. */
    static LocalDate lastDayNear(NoticeStage stage, LocalDate day) {
        return lastDayFor(stage, day).orElse(day.plusDays(QUIET_DAYS));
    }

    /** Whether nothing falls due for it on the days around the day, so that a run over midnight changes nothing. */
    static boolean quiet(LocalDate day, LocalDate lastDay) {
        return lastDay.isAfter(day.plusDays(1))
                && IntStream.rangeClosed(-1, 1)
                        .allMatch(shift -> dueOn(day.plusDays(shift), lastDay).isEmpty());
    }

    private static Stream<LocalDate> daysAround(LocalDate day) {
        return IntStream.rangeClosed(-1, LONGEST_WINDOW_DAYS).mapToObj(day::plusDays);
    }
}
