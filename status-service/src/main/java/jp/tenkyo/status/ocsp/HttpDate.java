package jp.tenkyo.status.ocsp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as HTTP headers have them (RFC 9110 5.6.7, IMF-fixdate), to the second. */
final class HttpDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private volatile Said latest = new Said(Long.MIN_VALUE, "");

    private record Said(long second, String text) {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** The same second is asked for by thousands of answers. */
    String recent(Instant instant) {
        var said = latest;
        if (said.second() != instant.getEpochSecond()) {
            said = new Said(instant.getEpochSecond(), of(instant));
            latest = said;
        }
        return said.text();
    }
}
