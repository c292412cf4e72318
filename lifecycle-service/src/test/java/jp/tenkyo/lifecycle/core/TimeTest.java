package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Changed.movedAbroad;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** What falls due, and in which order (rule book 2.4; 2.1 on move-outs). */
class TimeTest {

    private final Story story = Story.begin();

    @Test
    void a_certificate_is_valid_through_not_after() {
        story.given(signing("a").until("2026-05-01"))
                .whenTimePassesTo("2026-05-01T23:59:59")
                .then("a", "GOOD v1")
                .whenTimePassesTo("2026-05-01T23:59:59.999")
                .then("a", "GOOD v1")
                .whenTimePassesTo("2026-05-02T00:00:00")
                .then("a", "EXPIRED v2");
    }

    @Test
    void it_is_expired_from_the_next_second_also_if_no_tick_has_run() {
        story.given(signing("a").until("2026-05-01"))
                .at("2026-05-02T00:00:00")
                .when(because(ChangeReason.ALIAS_ADDED))
                .then("a", "EXPIRED v2")
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REMEMBERED);
    }

    @Test
    void a_change_in_the_last_second_still_revokes() {
        story.given(signing("a").until("2026-05-01"))
                .at("2026-05-01T23:59:59.500")
                .when(because(ChangeReason.ALIAS_ADDED))
                .then("a", "REVOKED affiliationChanged v2")
                .whenTimePassesTo("2026-05-02T00:00:00")
                .then("a", "REVOKED affiliationChanged v2");
    }

    @Test
    void an_expired_one_is_not_revoked_any_more() {
        story.given(signing("a").until("2026-05-01"))
                .whenTimePassesTo("2026-06-01T00:00")
                .when(Ground.KEY_COMPROMISED, "a")
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_ENDED)
                .when(signing("b").made("2026-06-01").until("2031-02-17"))
                .then("a", "EXPIRED v2");
    }

    @Test
    void what_is_recorded_never_goes_back_before_the_last() {
        story.given(signing("a"), authentication("b"))
                .at("2026-04-09T10:00")
                .when(Ground.HOLDER_REQUEST, "a")
                .thenRevokedAt("a", "2026-04-10T10:00");
        assertThat(story.holder().lastRecordedAt()).isEqualTo(Story.tokyo("2026-04-10T10:00"));
    }

    @Test
    void what_is_recorded_is_in_milliseconds() {
        var at = Instant.parse("2026-04-10T01:00:00.123456789Z");
        assertThat(Lifecycle.passTime(Holder.unknown("h"), at, Policy.ofRuleBook())
                        .recordedAt())
                .isEqualTo(Instant.parse("2026-04-10T01:00:00.123Z"));
    }

    @Test
    void a_future_move_out_waits_until_midnight_in_tokyo() {
        story.given(signing("s"), authentication("a"))
                .when(moveOut("2026-04-20"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.WAITING)
                .then("s", "GOOD v1");
        assertThat(Lifecycle.nextDeadline(story.holder(), story.policy())).contains(Story.tokyo("2026-04-20T00:00"));
        story.whenTimePassesTo("2026-04-19T23:59:59.999")
                .then("s", "GOOD v1")
                .whenTimePassesTo("2026-04-20T00:00")
                .then("s", "REVOKED affiliationChanged v2")
                .thenRevokedAt("s", "2026-04-20T00:00")
                .then("a", "GOOD v1");
    }

    @Test
    void a_move_out_of_today_does_not_wait() {
        story.given(signing("s")).when(moveOut("2026-04-10")).then("s", "REVOKED affiliationChanged v2");
    }

    @Test
    void a_future_move_out_sent_again_is_unchanged_before_and_after_its_day() {
        story.given(signing("s"))
                .when(moveOut("2026-04-20"))
                .when(moveOut("2026-04-20"))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTHING_TO_END)
                .whenTimePassesTo("2026-04-21T00:00")
                .when(moveOut("2026-04-20"))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTHING_TO_END)
                .then("s", "REVOKED affiliationChanged v2");
    }

    @Test
    void a_move_out_ends_what_is_made_from_its_record_before_its_day_even_with_a_higher_number() {
        story.given(signing("s").from(CHITOSE, 1).made("2026-03-01"))
                .when(moveOut("2026-04-20"))
                .at("2026-04-15T10:00")
                .when(signing("t").from(CHITOSE, 2).made("2026-04-15"))
                .then("t", "GOOD v1")
                .whenTimePassesTo("2026-04-20T00:00")
                .then("t", "REVOKED affiliationChanged v2");
    }

    @Test
    void a_move_out_spares_what_is_made_from_its_number_or_a_higher_one_from_its_day_on() {
        story.when(moveOut("2026-04-20"))
                .whenTimePassesTo("2026-04-20T00:00")
                .when(signing("t").from(CHITOSE, 2).made("2026-04-20T00:00"))
                .then("t", "GOOD v1")
                .when(signing("u").from(CHITOSE, 2).made("2026-04-19T23:59:59"))
                .then("u", "REVOKED affiliationChanged v2");
    }

    @Test
    void a_move_out_leaves_authentication_and_what_is_made_elsewhere() {
        story.given(signing("s").from(SAPPORO, 1), authentication("a").from(CHITOSE, 1))
                .when(moveOut("2026-04-20"))
                .whenTimePassesTo("2026-04-20T00:00")
                .then("s", "GOOD v1")
                .then("a", "GOOD v1");
    }

    @Test
    void a_move_abroad_with_continued_use_spares_the_reissue_before_departure() {
        story.given(signing("s").from(CHITOSE, 1), authentication("a").from(CHITOSE, 1))
                .when(movedAbroad(true).processed("2026-04-10").happened("2026-04-20"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.WAITING)
                .at("2026-04-15T10:00")
                .when(signing("t").from(CHITOSE, 2).made("2026-04-15"))
                .then("s", "REVOKED superseded v2")
                .whenTimePassesTo("2026-04-20T00:00")
                .then("t", "GOOD v1")
                .then("a", "GOOD v1");
    }

    @Test
    void a_move_abroad_with_continued_use_ends_signing_on_the_move_date() {
        story.given(signing("s").from(CHITOSE, 1), authentication("a").from(CHITOSE, 1))
                .when(movedAbroad(true).processed("2026-04-10").happened("2026-04-20"))
                .then("s", "GOOD v1")
                .whenTimePassesTo("2026-04-20T00:00")
                .then("s", "REVOKED affiliationChanged v2")
                .then("a", "GOOD v1");
    }

    @Test
    void a_move_abroad_without_continued_use_ends_both_on_the_move_date() {
        story.given(signing("s").from(CHITOSE, 1), authentication("a").from(CHITOSE, 1))
                .when(movedAbroad(false).processed("2026-04-10").happened("2026-04-20"))
                .whenTimePassesTo("2026-04-19T23:59")
                .then("s", "GOOD v1")
                .whenTimePassesTo("2026-04-20T00:00")
                .then("s", "REVOKED cessationOfOperation v2")
                .then("a", "REVOKED cessationOfOperation v2");
    }

    @Test
    void a_move_abroad_without_continued_use_ends_a_reissue_before_departure_too_since_the_card_lapses() {
        story.given(signing("s").from(CHITOSE, 1), authentication("a").from(CHITOSE, 1))
                .when(movedAbroad(false).processed("2026-04-10").happened("2026-04-20"))
                .at("2026-04-12T10:00")
                .when(signing("again").from(CHITOSE, 2).made("2026-04-12"))
                .whenTimePassesTo("2026-04-20T00:00")
                .then("again", "REVOKED cessationOfOperation v2")
                .then("a", "REVOKED cessationOfOperation v2");
    }

    @Test
    void what_was_due_earlier_is_decided_earlier() {
        story.given(signing("s").until("2026-04-25"))
                .when(moveOut("2026-04-20"))
                .at("2026-05-01T10:00")
                .when(because(ChangeReason.DIED).number(3).on("2026-05-01"))
                .then("s", "REVOKED affiliationChanged v2");
    }

    @Test
    void expiry_comes_before_a_move_out_of_the_same_instant() {
        story.given(signing("s").until("2026-04-19"))
                .when(moveOut("2026-04-20"))
                .whenTimePassesTo("2026-04-20T00:00")
                .then("s", "EXPIRED v2");
    }

    @Test
    void a_waiting_move_out_comes_before_a_reminder_of_the_same_instant() {
        var atMidnight = Policies.remindersAt(LocalTime.MIDNIGHT);
        Story.begin(atMidnight)
                .given(signing("s").until("2026-05-20"))
                .when(moveOut("2026-04-20"))
                .whenTimePassesTo("2026-04-20T00:00")
                .thenPlanned("CARD SIGNING_REVOKED 2026-04-20 s");
    }

    @Test
    void what_is_due_is_decided_before_the_input_and_told_apart_from_it() {
        story.given(signing("s")).when(moveOut("2026-04-20"));
        var step = Lifecycle.handle(
                story.holder(),
                Story.action(Ground.HOLDER_REQUEST, "s"),
                Story.tokyo("2026-04-21T10:00"),
                story.policy());
        assertThat(step.due()).hasAtLeastOneElementOfType(Event.CertificateRevoked.class);
        assertThat(step.decision()).isInstanceOf(Decision.Unchanged.class);
        assertThat(step.recordedAt()).isEqualTo(Story.tokyo("2026-04-21T10:00"));
    }

    @Test
    void a_rejected_input_lets_what_is_due_happen_all_the_same() {
        story.given(signing("s").until("2026-05-01"))
                .at("2026-05-02T10:00")
                .when(because(ChangeReason.CORRECTED_ERROR))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CHANGED_MISSING)
                .then("s", "EXPIRED v2");
    }

    @Test
    void ticks_in_between_change_nothing_about_the_end() {
        var often = given_two_that_fall_due();
        for (var day = 11; day <= 30; day++) {
            often.whenTimePassesTo("2026-04-" + day + "T00:00");
        }
        var once = given_two_that_fall_due().whenTimePassesTo("2026-04-30T00:00");
        assertThat(often.holder().certificates())
                .extracting(Story::state)
                .isEqualTo(
                        once.holder().certificates().stream().map(Story::state).toList());
    }

    @Test
    void when_nothing_is_due_any_more_there_is_no_deadline() {
        story.given(signing("s")).when(because(ChangeReason.DIED));
        assertThat(Lifecycle.nextDeadline(story.holder(), story.policy())).isEmpty();
    }

    private static Story given_two_that_fall_due() {
        return Story.begin()
                .given(signing("s"), authentication("a").until("2026-04-25"))
                .when(moveOut("2026-04-20"));
    }

    private static Changed moveOut(String day) {
        return because(ChangeReason.MOVED_OUT)
                .at(CHITOSE, 2)
                .processed("2026-04-10")
                .happened(day);
    }
}
