package jp.tenkyo.quickstart.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    private static final LocalDate BORN_ON_17_FEBRUARY = LocalDate.of(1980, 2, 17);
    private static final LocalDate BORN_ON_LEAP_DAY = LocalDate.of(1980, 2, 29);

    @ParameterizedTest
    @CsvSource({"2025-10-27, 2030-02-17", "2025-02-17, 2030-02-17", "2025-02-16, 2029-02-17"})
    void an_issued_certificate_ends_on_the_fifth_birthday_strictly_later(LocalDate issued, LocalDate lastDay) {
        assertThat(Validity.issued(BORN_ON_17_FEBRUARY, issued)).isEqualTo(lastDay);
    }

    @Test
    void a_renewed_certificate_ends_on_the_sixth() {
        assertThat(Validity.renewed(BORN_ON_17_FEBRUARY, LocalDate.of(2030, 2, 16)))
                .isEqualTo("2035-02-17");
    }

    @Test
    void a_leap_day_is_kept_on_the_28th_and_counted_from_the_birth() {
        assertThat(Validity.issued(BORN_ON_LEAP_DAY, LocalDate.of(2025, 2, 28))).isEqualTo("2030-02-28");
        assertThat(Validity.issued(BORN_ON_LEAP_DAY, LocalDate.of(2023, 3, 1))).isEqualTo("2028-02-29");
    }

    @ParameterizedTest
    @CsvSource({
        "2007-06-01, 2025-06-01, 2035-06-01",
        "2007-06-02, 2025-06-01, 2029-06-02",
        "2002-04-01, 2022-03-31, 2026-04-01",
        "2002-04-01, 2022-04-01, 2032-04-01"
    })
    void a_card_of_a_grown_up_lasts_to_the_tenth_birthday_of_a_minor_to_the_fifth(
            LocalDate birth, LocalDate issued, LocalDate expires) {
        assertThat(Validity.card(birth, issued)).isEqualTo(expires);
    }

    @ParameterizedTest
    @CsvSource({"2027-06-15, 2027-03-16", "2027-05-30, 2027-03-01", "2027-04-01, 2027-01-02"})
    void the_window_opens_the_day_after_three_months_before(LocalDate lastDay, LocalDate opens) {
        assertThat(Validity.windowOpensOn(lastDay)).isEqualTo(opens);
    }

    @Test
    void a_certificate_is_valid_to_the_last_second_of_its_day_in_tokyo() {
        assertThat(Validity.endOf(LocalDate.of(2030, 2, 17))).isEqualTo(Instant.parse("2030-02-17T14:59:59Z"));
    }
}
