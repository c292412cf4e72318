package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The zone in which all days of the law begin and end. Its clocks have kept one offset since 1952, so that most of what
 * is asked needs no look at the rules of the zone; they are asked for days before.
 */
public final class Tokyo {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /** From this year on nothing but the offset counts. */
    static final int ONE_OFFSET_FROM = 1952;

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(9);
    private static final long ONE_OFFSET_FROM_SECOND =
            LocalDate.of(ONE_OFFSET_FROM, 1, 1).toEpochSecond(LocalTime.MIN, OFFSET);
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private Tokyo() {}

    public static LocalDate dateOf(Instant instant) {
        var second = instant.getEpochSecond();
        return second < ONE_OFFSET_FROM_SECOND
                ? LocalDate.ofInstant(instant, ZONE)
                : LocalDate.ofEpochDay(Math.floorDiv(second + OFFSET.getTotalSeconds(), SECONDS_OF_A_DAY));
    }

    public static Instant startOf(LocalDate day) {
        // Not 00:00: where clocks were set on at midnight a day began later.
        return day.getYear() < ONE_OFFSET_FROM ? day.atStartOfDay(ZONE).toInstant() : at(day, LocalTime.MIN);
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.getYear() < ONE_OFFSET_FROM
                ? day.atTime(time).atZone(ZONE).toInstant()
                : day.atTime(time).toInstant(OFFSET);
    }

    /** notAfter of a certificate whose last valid day is that day (rule book 3). */
    public static Instant lastSecondOf(LocalDate day) {
        return at(day, LAST_SECOND);
    }
}
