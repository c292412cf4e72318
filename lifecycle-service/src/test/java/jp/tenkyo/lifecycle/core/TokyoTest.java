package jp.tenkyo.lifecycle.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokyoTest {

    private static final LocalTime TIME = LocalTime.of(23, 59, 59, 500_000_000);

    /** With the years in which clocks were set on in May and back in September. */
    private static Stream<LocalDate> days() {
        return LocalDate.of(1947, 1, 1).datesUntil(LocalDate.of(1953, 1, 3));
    }

    @Test
    void clocks_are_not_set_any_more_from_the_year_on_that_asks_no_rules() {
        var from = LocalDate.of(Tokyo.ONE_OFFSET_FROM, 1, 1)
                .atStartOfDay(Tokyo.ZONE)
                .toInstant();
        assertThat(Tokyo.ZONE.getRules().nextTransition(from)).isNull();
        assertThat(Tokyo.ZONE.getRules().getOffset(from).getTotalSeconds()).isEqualTo(9 * 3600);
    }

    @Test
    void a_day_has_the_instants_that_the_zone_gives_it() {
        assertThat(days()).allSatisfy(TokyoTest::isAsTheZoneHasIt);
    }

    private static void isAsTheZoneHasIt(LocalDate day) {
        var start = day.atStartOfDay(Tokyo.ZONE).toInstant();
        assertThat(Tokyo.startOf(day)).isEqualTo(start);
        assertThat(Tokyo.at(day, TIME))
                .isEqualTo(day.atTime(TIME).atZone(Tokyo.ZONE).toInstant());
        assertThat(Tokyo.dateOf(start)).isEqualTo(day);
        assertThat(Tokyo.dateOf(start.minusNanos(1))).isEqualTo(day.minusDays(1));
    }
}
