package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Numbers of a record rise by one: a jump opens a gap, each late number closes its part (rule book 8). */
class RecordNumbersTest {

    private final Story story = Story.begin();

    @Test
    void the_first_number_seen_is_the_baseline() {
        story.when(keeping(7));
        assertThat(gaps()).isEmpty();
        assertThat(numbers()).isEqualTo(new RecordNumbers(7, List.of(), false));
    }

    @Test
    void a_certificates_number_is_seen_as_well() {
        story.given(signing("s").from(CHITOSE, 3)).when(keeping(5));
        assertThat(gaps()).containsExactly(opened(4, 4));
    }

    @Test
    void the_next_number_opens_nothing() {
        story.when(keeping(1)).when(keeping(2)).when(keeping(3));
        assertThat(gaps()).isEmpty();
    }

    @Test
    void a_jump_opens_a_gap_and_each_late_number_closes_its_part() {
        story.when(keeping(1)).when(keeping(5));
        assertThat(gaps()).containsExactly(opened(2, 4));
        story.when(keeping(3)).when(keeping(2)).when(keeping(4));
        assertThat(gaps()).containsExactly(opened(2, 4), closed(3, 2), closed(2, 1), closed(4, 0));
        assertThat(numbers()).isEqualTo(new RecordNumbers(5, List.of(), false));
    }

    @Test
    void a_number_before_the_baseline_is_decided_and_closes_nothing() {
        story.given(signing("s").from(CHITOSE, 1))
                .when(keeping(2))
                .when(because(ChangeReason.ALIAS_ADDED).number(2))
                .then("s", "REVOKED affiliationChanged v2");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void a_number_sent_again_is_silent() {
        story.when(keeping(1)).when(keeping(3)).when(keeping(3));
        assertThat(story.latestEvents()).isEmpty();
    }

    @Test
    void what_is_refused_for_its_form_is_not_seen() {
        story.when(keeping(1)).when(because(ChangeReason.CORRECTED_ERROR).number(5));
        assertThat(gaps()).isEmpty();
    }

    @Test
    void beyond_eight_gaps_one_unknown_is_opened_once() {
        for (var number = 1; number <= 21; number += 2) {
            story.when(keeping(number));
        }
        assertThat(gaps()).hasSize(9).endsWith(new Event.RecordGapOpened(CHITOSE, Optional.empty()));
        assertThat(numbers().missing()).hasSize(8);
        assertThat(numbers().missingCount()).isEmpty();
        story.when(keeping(2));
        assertThat(gaps()).endsWith(new Event.RecordGapClosed(CHITOSE, 2, OptionalInt.empty()));
    }

    @Test
    void a_gap_split_in_two_does_not_pass_the_bound() {
        for (var number = 1; number <= 33; number += 4) {
            story.when(keeping(number));
        }
        assertThat(numbers().missing()).hasSize(8);
        story.when(keeping(3));
        assertThat(numbers().missing()).hasSize(8);
        assertThat(numbers().unknownMore()).isTrue();
    }

    @Test
    void beyond_eight_municipalities_one_unknown_is_opened_once() {
        var codes = List.of(
                "011002", "012246", "131016", "132217", "011011", "011029", "011037", "011045", "011053", "011061");
        codes.forEach(code -> story.when(because(ChangeReason.HOUSEHOLD_SPLIT).at(code, 1)));
        assertThat(gaps())
                .containsExactly(
                        new Event.RecordGapOpened("011053", Optional.empty()),
                        new Event.RecordGapOpened("011061", Optional.empty()));
        story.when(because(ChangeReason.HOUSEHOLD_SPLIT).at("011053", 5));
        assertThat(story.latestEvents()).isEmpty();
    }

    @Test
    void numbers_of_two_municipalities_are_not_compared() {
        story.when(keeping(1)).when(because(ChangeReason.HOUSEHOLD_SPLIT).at(SAPPORO, 9));
        assertThat(gaps()).isEmpty();
    }

    private List<Event> gaps() {
        return story.events().stream()
                .filter(event -> event instanceof Event.RecordGapOpened || event instanceof Event.RecordGapClosed)
                .toList();
    }

    private RecordNumbers numbers() {
        return story.holder().residence(CHITOSE).numbers();
    }

    private static Changed keeping(int number) {
        return because(ChangeReason.HOUSEHOLD_SPLIT).at(CHITOSE, number);
    }

    private static Event opened(int from, int to) {
        return new Event.RecordGapOpened(CHITOSE, Optional.of(new RecordNumbers.Gap(from, to)));
    }

    private static Event closed(int number, int stillMissing) {
        return new Event.RecordGapClosed(CHITOSE, number, OptionalInt.of(stillMissing));
    }
}
