package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a certificate should be valid (rule book 3), seen by the finding NOT_AFTER_DIFFERS. */
class ValidityTest {

    private final Story story = Story.begin();

    @ParameterizedTest
    @CsvSource(textBlock = """
            1980-02-17, 2025-10-27, 2030-02-17
            1980-02-17, 2025-02-17, 2030-02-17
            1980-02-17, 2025-02-16, 2029-02-17
            1980-12-31, 2025-12-31, 2030-12-31
            1980-01-01, 2025-12-31, 2030-01-01
            """)
    void a_first_certificate_lasts_to_the_fifth_birthday_after_issue(String born, String made, String lastDay) {
        expected(Story.begin(), authentication("a").born(born).made(made)).isEqualTo(lastDay);
        expected(Story.begin(), signing("a").born(born).made(made)).isEqualTo(lastDay);
    }

    @Test
    void one_renewed_in_its_window_lasts_to_the_sixth() {
        var told = story.at("2026-01-01T10:00").given(authentication("a").until("2030-02-17"));
        expected(told, authentication("b").renewed().made("2030-02-16")).isEqualTo("2035-02-17");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2029-11-17, 2034-02-17
            2029-11-18, 2035-02-17
            2030-02-17, 2036-02-17
            """)
    void the_window_makes_the_difference(String made, String lastDay) {
        var told = story.given(authentication("a").until("2030-02-17"));
        expected(told, authentication("b").renewed().made(made)).isEqualTo(lastDay);
    }

    @Test
    void renewing_on_the_last_day_can_count_as_the_day_before() {
        var told = Story.begin(Policies.lastDayRenewal(Policy.LastDayRenewal.AS_THE_DAY_BEFORE))
                .given(authentication("a").until("2030-02-17"));
        expected(told, authentication("b").renewed().made("2030-02-17")).isEqualTo("2035-02-17");
    }

    @Test
    void what_was_valid_when_it_was_renewed_counts_although_the_report_comes_after_its_expiry() {
        var told = story.given(authentication("a").until("2030-02-17")).at("2030-02-18T00:05");
        expected(told, authentication("b").renewed().made("2030-02-16")).isEqualTo("2035-02-17");
        story.when(authentication("b").renewed().made("2030-02-16").until("2035-02-17"))
                .thenFindings(new Finding[0])
                .then("a", "EXPIRED v2");
    }

    @Test
    void an_issue_inside_the_window_is_new() {
        var told = story.given(authentication("a").until("2030-02-17"));
        expected(told, authentication("b").made("2030-02-16")).isEqualTo("2034-02-17");
    }

    @Test
    void one_on_hold_is_not_still_valid() {
        var told = story.given(authentication("a").until("2030-02-17")).when(Ground.CARD_LOST, "a");
        expected(told, authentication("b").renewed().made("2030-02-16")).isEqualTo("2034-02-17");
    }

    @Test
    void a_signing_certificate_issued_again_after_a_move_is_new_and_capped_by_authentication() {
        var told = story.given(
                        authentication("a").until("2027-02-17"), signing("s").until("2027-02-17"))
                .when(Changed.because(ChangeReason.MOVED_WITHIN_MUNICIPALITY));
        expected(told, signing("t").number(2).made("2026-04-10")).isEqualTo("2027-02-17");
    }

    @Test
    void an_authentication_certificate_on_hold_caps_as_well() {
        var told = story.given(authentication("a").until("2027-02-17")).when(Ground.CARD_LOST, "a");
        expected(told, signing("t").made("2026-04-10")).isEqualTo("2027-02-17");
    }

    @Test
    void an_ended_authentication_certificate_caps_nothing() {
        var told = story.given(authentication("a").until("2027-02-17")).when(Ground.HOLDER_REQUEST, "a");
        expected(told, signing("t").made("2026-04-10")).isEqualTo("2031-02-17");
    }

    @Test
    void the_cards_expiry_caps_all() {
        expected(Story.begin(), authentication("a").cardUntil("2028-06-30").made("2025-10-27"))
                .isEqualTo("2028-06-30");
        expected(Story.begin(), signing("a").cardUntil("2028-06-30").made("2025-10-27"))
                .isEqualTo("2028-06-30");
        expected(Story.begin(), signing("a").cardUntil("2034-06-30").made("2025-10-27"))
                .isEqualTo("2030-02-17");
    }

    @Test
    void a_phones_certificate_does_not_outlast_the_cards() {
        var told = story.given(
                authentication("a").until("2028-02-17"), signing("s").until("2028-02-17"));
        expected(told, authentication("p").onPhone().made("2026-04-10")).isEqualTo("2028-02-17");
        expected(told, signing("p").onPhone().made("2026-04-10")).isEqualTo("2028-02-17");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            FEBRUARY_28, 2024-02-29, 2029-02-28
            FEBRUARY_28, 2024-02-28, 2028-02-29
            FEBRUARY_28, 2025-02-28, 2030-02-28
            FEBRUARY_28, 2025-02-27, 2029-02-28
            FEBRUARY_28, 2023-03-01, 2028-02-29
            MARCH_1,     2024-02-29, 2029-03-01
            MARCH_1,     2025-02-28, 2029-03-01
            MARCH_1,     2025-03-01, 2030-03-01
            MARCH_1,     2023-03-01, 2028-02-29
            """)
    void those_born_on_29_february_have_a_birthday_each_year(Policy.LeapDay leapDay, String made, String lastDay) {
        var told = Story.begin(Policies.leapDayOn(leapDay));
        expected(told, authentication("a").born("1980-02-29").made(made)).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-06-15, 2015-06-15",
        "2015-12-22, 2018-12-22",
        "2012-02-29, 2015-02-28",
        "2013-02-28, 2016-02-29",
        "2012-02-28, 2015-02-28"
    })
    void the_legacy_card_has_three_years_from_the_day_after_issue(String made, String lastDay) {
        expected(story, signing("r").on(Carrier.RESIDENT_CARD).made(made)).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15, 2026-03-16",
        "2026-05-30, 2026-03-01",
        "2028-05-30, 2028-03-01",
        "2026-05-31, 2026-03-01",
        "2026-04-01, 2026-01-02",
        "2030-02-17, 2029-11-18"
    })
    void the_window_opens_the_day_after_three_months_before(String lastDay, String opens) {
        assertThat(Validity.windowOpensOn(LocalDate.parse(lastDay), Policy.ofRuleBook()))
                .isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({"1950-00-00", "1950-05-00", "0000-00-00", "1950-02-30", "1981-02-29", "1950-13-01"})
    void a_date_of_birth_that_no_calendar_has_is_left_to_a_person_and_never_guessed(String born) {
        story.when(signing("a").born(born).until("2039-12-31"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED)
                .thenFindings(Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION)
                .then("a", "GOOD v1");
    }

    @Test
    void the_cas_not_after_stands() {
        story.when(authentication("a").made("2025-10-27").until("2031-02-17"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED)
                .thenFindings(new Finding(
                        Finding.Code.NOT_AFTER_DIFFERS, Optional.of("2030-02-17"), Optional.of("2031-02-17T23:59:59")));
        assertThat(story.certificate("a").notAfter()).isEqualTo(Story.tokyo("2031-02-17T23:59:59"));
    }

    @Test
    void the_last_valid_day_ends_at_its_last_second_in_tokyo() {
        assertThat(Tokyo.lastSecondOf(LocalDate.parse("2030-02-17"))).isEqualTo("2030-02-17T14:59:59Z");
    }

    /** The day that the rule gives, as the finding of a report with an absurd notAfter tells it. */
    private static AbstractStringAssert<?> expected(Story told, Made made) {
        var step = Lifecycle.handle(told.holder(), made.until("2099-01-01").command(), told.clock(), told.policy());
        var expected = step.decision().findings().stream()
                .filter(finding -> finding.code() == Finding.Code.NOT_AFTER_DIFFERS)
                .flatMap(finding -> finding.expected().stream())
                .toList();
        assertThat(expected).hasSize(1);
        return assertThat(expected.getFirst()).as("last day of " + made.registration());
    }
}
