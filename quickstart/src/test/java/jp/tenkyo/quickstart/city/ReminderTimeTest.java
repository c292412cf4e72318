package jp.tenkyo.quickstart.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ReminderTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void reminders_go_out_at_a_full_minute_half_a_minute_after_loading() {
        assertThat(ReminderTime.after(Instant.parse("2026-11-22T01:00:31Z"), TODAY))
                .contains(new ReminderTime(Instant.parse("2026-11-22T01:02:00Z"), LocalTime.of(10, 2)));
        assertThat(ReminderTime.after(Instant.parse("2026-11-22T01:00:30Z"), TODAY))
                .contains(new ReminderTime(Instant.parse("2026-11-22T01:01:00Z"), LocalTime.of(10, 1)));
    }

    @Test
    void there_is_no_time_left_for_them_right_before_midnight_in_tokyo() {
        assertThat(ReminderTime.after(Instant.parse("2026-11-22T14:56:00Z"), TODAY))
                .isEmpty();
        assertThat(ReminderTime.after(Instant.parse("2026-11-22T14:59:40Z"), TODAY))
                .isEmpty();
        assertThat(ReminderTime.after(Instant.parse("2026-11-22T14:50:00Z"), TODAY))
                .isPresent();
    }
}
