package jp.tenkyo.status.lists;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The time of an entry (RFC 5280 5.1.2.6): UTCTime through 2049, GeneralizedTime from 2050 on, to the second. By hand,
 * since a list has a million of them and Bouncy Castle makes a date format for each.
 */
final class EntryTime {

    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME_DIGITS = 12;
    private static final int GENERALIZED_TIME_DIGITS = 14;
    private static final int GENERALIZED_FROM = 2050;
    private static final int CENTURY = 100;
    /** Of UTCTime: 50 to 99 are of the last century. */
    private static final int THIS_CENTURY_BELOW = 50;

    private EntryTime() {}

    static byte[] der(Instant instant) {
        var at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        var isLate = at.getYear() >= GENERALIZED_FROM;
        var digits = isLate ? GENERALIZED_TIME_DIGITS : UTC_TIME_DIGITS;
        var text = new byte[digits + 1];
        if (isLate) {
            put(text, 0, at.getYear() / CENTURY);
        }
        put(text, digits - 12, at.getYear() % CENTURY);
        put(text, digits - 10, at.getMonthValue());
        put(text, digits - 8, at.getDayOfMonth());
        put(text, digits - 6, at.getHour());
        put(text, digits - 4, at.getMinute());
        put(text, digits - 2, at.getSecond());
        text[digits] = 'Z';
        return Der.tagged(isLate ? GENERALIZED_TIME : UTC_TIME, text);
    }

    private static void put(byte[] text, int at, int twoDigits) {
        text[at] = (byte) ('0' + twoDigits / 10);
        text[at + 1] = (byte) ('0' + twoDigits % 10);
    }

    /** @throws IllegalArgumentException if it is no such time */
    static Instant read(Der.Element element) {
        var text = element.content();
        var digits = text.length - 1;
        var isLate = element.is(GENERALIZED_TIME);
        if ((!isLate && !element.is(UTC_TIME))
                || digits != (isLate ? GENERALIZED_TIME_DIGITS : UTC_TIME_DIGITS)
                || text[digits] != 'Z') {
            throw new IllegalArgumentException("no time of an entry: " + new String(text, US_ASCII));
        }
        try {
            var ofCentury = take(text, digits - 12);
            var century = isLate ? take(text, 0) : ofCentury < THIS_CENTURY_BELOW ? 20 : 19;
            return LocalDateTime.of(
                            century * CENTURY + ofCentury,
                            take(text, digits - 10),
                            take(text, digits - 8),
                            take(text, digits - 6),
                            take(text, digits - 4),
                            take(text, digits - 2))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time of an entry: " + new String(text, US_ASCII), e);
        }
    }

    private static int take(byte[] text, int at) {
        var tens = text[at] - '0';
        var ones = text[at + 1] - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new IllegalArgumentException("no time of an entry: " + new String(text, US_ASCII));
        }
        return 10 * tens + ones;
    }
}
