package jp.tenkyo.quickstart.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import jp.tenkyo.avro.NoticeStage;
import org.junit.jupiter.api.Test;

class StagesTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    @Test
    void each_stage_falls_due_on_one_day() {
        assertThat(Stages.dueOn(LocalDate.of(2027, 1, 1), LAST_DAY)).contains(NoticeStage.WINDOW_OPENED);
        assertThat(Stages.dueOn(LocalDate.of(2027, 2, 28), LAST_DAY)).contains(NoticeStage.ONE_MONTH_LEFT);
        assertThat(Stages.dueOn(LocalDate.of(2027, 3, 24), LAST_DAY)).contains(NoticeStage.ONE_WEEK_LEFT);
        assertThat(Stages.dueOn(LocalDate.of(2027, 4, 1), LAST_DAY)).contains(NoticeStage.EXPIRED);
        assertThat(Stages.dueOn(LAST_DAY, LAST_DAY)).isEmpty();
    }

    @Test
    void a_week_and_expiry_can_fall_due_on_every_day() {
        assertThat(days()).allSatisfy(day -> {
            assertThat(Stages.lastDayFor(NoticeStage.ONE_WEEK_LEFT, day)).contains(day.plusDays(7));
            assertThat(Stages.lastDayFor(NoticeStage.EXPIRED, day)).contains(day.minusDays(1));
        });
    }

    @Test
    void no_window_opens_and_no_month_is_left_on_the_few_days_that_clamping_leaps_over() {
        assertThat(daysWithout(NoticeStage.WINDOW_OPENED)).isNotEmpty().hasSizeLessThan(10);
        assertThat(daysWithout(NoticeStage.ONE_MONTH_LEFT)).isNotEmpty().hasSizeLessThan(15);
        assertThat(daysWithout(NoticeStage.WINDOW_OPENED)).contains(LocalDate.of(2026, 11, 30));
    }

    private static Stream<LocalDate> daysWithout(NoticeStage stage) {
        return days().filter(day -> Stages.lastDayFor(stage, day).isEmpty());
    }

    private static Stream<LocalDate> days() {
        return LocalDate.of(2026, 3, 1).datesUntil(LocalDate.of(2027, 3, 1));
    }
}
