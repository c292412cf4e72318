package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What makes one city; equal settings make equal cities.
 *
 * @param residents 0 for an empty city, else {@value #RESIDENTS_MIN} to {@value #RESIDENTS_MAX}
 * @param seed of every draw
 * @param today the Tokyo date of the run: certificates, windows and the day's file lie around it
 * @param remindersAt when today's reminders fall due (see {@link ReminderTime}); a certificate that is registered later
 *     than that has them marked as passed, and nothing is sent
 * @param issuers whose certificates the residents hold
 */
public record CitySettings(int residents, long seed, LocalDate today, Instant remindersAt, IssuerKeys issuers) {

    /** Fewer cannot hold every kind of change once. */
    public static final int RESIDENTS_MIN = 200;

    public static final int RESIDENTS_MAX = 200_000;
    public static final int RESIDENTS_USUAL = 10_000;
    public static final long SEED_USUAL = 12246;

    public CitySettings {
        if (residents != 0 && (residents < RESIDENTS_MIN || residents > RESIDENTS_MAX)) {
            throw new IllegalArgumentException(
                    "residents must be 0, or %d to %d, not %d".formatted(RESIDENTS_MIN, RESIDENTS_MAX, residents));
        }
    }

    /** Settings under which today's reminders fall due at the usual 09:00. */
    public static CitySettings of(int residents, long seed, LocalDate today) {
        return new CitySettings(
                residents, seed, today, today.atTime(9, 0).atZone(Places.TOKYO).toInstant(), IssuerKeys.LABELS);
    }

    public CitySettings withRemindersAt(Instant instant) {
        return new CitySettings(residents, seed, today, instant, issuers);
    }

    public CitySettings withIssuers(IssuerKeys keys) {
        return new CitySettings(residents, seed, today, remindersAt, keys);
    }
}
