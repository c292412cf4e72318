package jp.tenkyo.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import jp.tenkyo.quickstart.city.City;
import jp.tenkyo.quickstart.city.CitySettings;
import jp.tenkyo.quickstart.city.IssuerKeys;
import jp.tenkyo.quickstart.city.ReminderTime;

/**
 * Which city, and when its reminders go out.
 *
 * @param remindersAt Tokyo time of day that lifecycle-service must be started with
 */
record CityPlan(City city, LocalTime remindersAt) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** How long the services take to start, and how fast residents are loaded: rather too long than too short. */
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(50);

    private static final int RESIDENTS_PER_SECOND = 500;

    /**
     * A plan for today. Close to midnight in Tokyo the day would end before its reminders went out: waits for the new
     * day then.
     */
    static CityPlan forToday(Settings settings, IssuerKeys issuers, InstantSource clock, Console console)
            throws InterruptedException {
        var plan = at(settings, issuers, clock.instant());
        while (plan == null) {
            var midnight =
                    clock.instant().atZone(TOKYO).toLocalDate().plusDays(1).atStartOfDay(TOKYO);
            var wait = Duration.between(clock.instant(), midnight.toInstant()).plusSeconds(1);
            console.say("  It is almost midnight in Tokyo, where the city lies: waiting %d s for its new day."
                    .formatted(wait.toSeconds()));
            Thread.sleep(wait);
            plan = at(settings, issuers, clock.instant());
        }
        return plan;
    }

    private static @org.jspecify.annotations.Nullable CityPlan at(Settings settings, IssuerKeys issuers, Instant now) {
        var today = now.atZone(TOKYO).toLocalDate();
        var loaded = now.plus(STARTED_WITHIN).plusSeconds(settings.residents() / RESIDENTS_PER_SECOND);
        return ReminderTime.after(loaded, today)
                .map(time -> new CityPlan(
                        City.generate(CitySettings.of(settings.residents(), settings.seed(), today)
                                .withRemindersAt(time.instant())
                                .withIssuers(issuers)),
                        time.timeOfDay()))
                .orElse(null);
    }
}
