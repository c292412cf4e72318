package jp.tenkyo.quickstart.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time of day at which today's reminders go out while somebody watches: setting {@code tenkyo.reminders.at} of
 * lifecycle-service, which is 09:00 otherwise and then hardly ever falls into a short run.
 *
 * <p>It must lie after the last registration, since a stage that is past when a certificate is registered is never
 * sent.
 *
 * @param instant what {@link CitySettings#withRemindersAt} takes
 * @param timeOfDay what {@code tenkyo.reminders.at} takes, a full minute in Tokyo
 */
public record ReminderTime(Instant instant, LocalTime timeOfDay) {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration TIME_TO_WATCH = Duration.ofMinutes(3);

    /**
     * The first full minute at least half a minute after loading is expected to end.
     *
     * @return empty where that, or the three minutes in which reminders are sent, is no longer {@code today} in Tokyo:
     *     run without reminders then, or wait until after midnight and take the new day as today
     */
    public static Optional<ReminderTime> after(Instant endOfLoading, LocalDate today) {
        var earliest = endOfLoading.plus(MARGIN).atZone(Places.TOKYO);
        var minute = earliest.truncatedTo(ChronoUnit.MINUTES);
        var due = minute.isBefore(earliest) ? minute.plusMinutes(1) : minute;
        var stillToday = due.toLocalDate().equals(today)
                && due.plus(TIME_TO_WATCH).toLocalDate().equals(today);
        return stillToday ? Optional.of(new ReminderTime(due.toInstant(), due.toLocalTime())) : Optional.empty();
    }
}
