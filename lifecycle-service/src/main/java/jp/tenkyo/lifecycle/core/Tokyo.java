package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The zone in which all days of the law begin and end. */
public final class Tokyo {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private Tokyo() {}

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    /** notAfter of a certificate whose last valid day is that day (rule book 3). */
    public static Instant lastSecondOf(LocalDate day) {
        return at(day, LAST_SECOND);
    }
}
