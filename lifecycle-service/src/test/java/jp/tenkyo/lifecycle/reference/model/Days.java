package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** The days that the rule book names. */
final class Days {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Days() {}

    static LocalDate of(Instant instant) {
        return instant.atZone(TOKYO).toLocalDate();
    }

    static Instant midnightOf(LocalDate day) {
        return day.atStartOfDay(TOKYO).toInstant();
    }

    /** "madeOn is the Tokyo date of notBefore". */
    static LocalDate madeOn(Registration made) {
        return of(made.notBefore());
    }

    /** "effectiveOn is the later of a change's eventDate and processedDate". */
    static LocalDate effectiveOn(ResidentChange change) {
        return change.eventDate().isAfter(change.processedDate()) ? change.eventDate() : change.processedDate();
    }
}
