package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a holder is told of an expiry, and what no longer (rule book 5). */
class RemindersTest {

    private final Story story = Story.begin();

    /** Window from 2026-05-16, a month before on 07-15, a week before on 08-08, expired on 08-16. */
    private Story givenCardUntil15August() {
        return story.given(signing("s").until("2026-08-15"), authentication("a").until("2026-08-15"));
    }

    @Test
    void each_stage_comes_at_nine_in_the_morning_and_names_all_of_the_carrier() {
        givenCardUntil15August()
                .whenTimePassesTo("2026-05-16T08:59:59.999")
                .thenPending()
                .whenTimePassesTo("2026-05-16T09:00")
                .thenPlanned("CARD WINDOW_OPENED 2026-05-16 s a")
                .whenTimePassesTo("2026-07-15T08:59:59")
                .thenPlanned()
                .whenTimePassesTo("2026-07-15T09:00")
                .thenPlanned("CARD ONE_MONTH_LEFT 2026-07-15 s a")
                .whenTimePassesTo("2026-08-08T09:00")
                .thenPlanned("CARD ONE_WEEK_LEFT 2026-08-08 s a")
                .whenTimePassesTo("2026-08-16T08:59:59")
                .thenPlanned()
                .whenTimePassesTo("2026-08-16T09:00")
                .thenPlanned("CARD EXPIRED 2026-08-16 s a")
                .whenTimePassesTo("2027-08-16T09:00")
                .thenPlanned();
    }

    @Test
    void a_reminder_planned_once_is_not_planned_again() {
        givenCardUntil15August()
                .whenTimePassesTo("2026-05-16T09:00")
                .whenTimePassesTo("2026-05-16T09:01")
                .thenPlanned()
                .thenPending("CARD WINDOW_OPENED 2026-05-16 s a");
    }

    @Test
    void card_and_phone_are_told_apart_and_so_are_days() {
        story.given(
                        signing("s").until("2026-08-15"),
                        authentication("a").until("2026-08-16"),
                        authentication("p").onPhone().until("2026-08-15"))
                .whenTimePassesTo("2026-05-16T09:00")
                .thenPlanned("CARD WINDOW_OPENED 2026-05-16 s", "PHONE WINDOW_OPENED 2026-05-16 p")
                .whenTimePassesTo("2026-05-17T09:00")
                .thenPlanned("CARD WINDOW_OPENED 2026-05-17 a");
    }

    @Test
    void stages_past_when_a_certificate_is_registered_are_not_told() {
        story.at("2026-07-15T09:00")
                .given(signing("s").until("2026-08-15"))
                .whenTimePassesTo("2026-07-15T12:00")
                .thenPending()
                .whenTimePassesTo("2026-08-08T09:00")
                .thenPlanned("CARD ONE_WEEK_LEFT 2026-08-08 s");
    }

    @Test
    void one_that_has_expired_when_it_is_registered_is_told_of_only_if_the_day_is_not_past() {
        story.given(signing("s").made("2020-01-01").until("2026-04-08")).thenPending();
        story.whenTimePassesTo("2026-05-01T00:00").thenPending();
    }

    @Test
    void a_late_tick_tells_the_latest_stage_alone() {
        givenCardUntil15August().whenTimePassesTo("2026-08-09T00:00").thenPlanned("CARD ONE_WEEK_LEFT 2026-08-08 s a");
    }

    @Test
    void a_very_late_tick_tells_of_the_expiry_alone() {
        givenCardUntil15August()
                .whenTimePassesTo("2026-09-01T00:00")
                .thenPlanned("CARD EXPIRED 2026-08-16 s a")
                .thenPending("CARD EXPIRED 2026-08-16 s a");
    }

    @Test
    void after_the_expiry_and_before_the_next_morning_nothing_is_told_late() {
        givenCardUntil15August()
                .whenTimePassesTo("2026-08-16T00:00")
                .thenPlanned()
                .thenPending();
    }

    @Test
    void one_on_hold_gets_none_and_what_was_planned_is_planned_anew_for_the_rest() {
        story.given(
                        signing("s").onPhone().until("2026-08-15"),
                        authentication("a").onPhone().until("2026-08-15"))
                .whenTimePassesTo("2026-05-16T09:00")
                .when(Ground.PHONE_LOST, "a")
                .thenPending("PHONE ON_HOLD 2026-05-16 s a")
                .thenWithdrawn(NoticeStage.WINDOW_OPENED)
                .whenTimePassesTo("2026-07-15T09:00")
                .thenPlanned()
                .when(Ground.PHONE_FOUND, "a")
                .thenPlanned("PHONE ON_HOLD 2026-05-16 s")
                .whenTimePassesTo("2026-08-08T09:00")
                .thenPlanned("PHONE ONE_WEEK_LEFT 2026-08-08 a");
    }

    @Test
    void one_that_expires_on_hold_gets_none_either() {
        givenCardUntil15August()
                .when(Ground.CARD_LOST, "s")
                .whenTimePassesTo("2026-08-20T00:00")
                .then("s", "EXPIRED v3")
                .thenPlanned()
                .thenPending();
    }

    @Test
    void a_renewal_withdraws_what_is_pending_of_the_old_one_and_says_that_it_is_renewed() {
        story.given(authentication("a").until("2026-08-15"))
                .whenTimePassesTo("2026-05-16T09:00")
                .at("2026-05-20T10:00")
                .when(authentication("b").renewed().made("2026-05-20").until("2032-02-17"))
                .thenWithdrawn(NoticeStage.WINDOW_OPENED)
                .thenPending("CARD RENEWED 2026-05-20 b")
                .whenTimePassesTo("2026-08-20T00:00")
                .thenPlanned();
    }

    @Test
    void a_renewal_of_one_plans_the_notice_anew_for_the_rest_under_its_id() {
        givenCardUntil15August().whenTimePassesTo("2026-05-16T09:00");
        var id = story.holder().notices().getFirst().id();
        story.at("2026-05-20T10:00")
                .when(authentication("b").renewed().made("2026-05-20").until("2032-02-17"))
                .thenPending("CARD WINDOW_OPENED 2026-05-16 s", "CARD RENEWED 2026-05-20 b");
        assertThat(story.holder().notices()).extracting(Notice::id).contains(id);
    }

    @Test
    void a_revocation_withdraws_reminders_and_says_what_changed() {
        story.given(signing("s").until("2026-08-15"))
                .whenTimePassesTo("2026-05-16T09:00")
                .at("2026-05-20T10:00")
                .when(because(ChangeReason.CORRECTED_EX_OFFICIO).touching(ChangedAttribute.NAME))
                .thenWithdrawn(NoticeStage.WINDOW_OPENED)
                .thenPending("CARD SIGNING_REVOKED 2026-05-20 s");
        var ground = story.holder().notices().getFirst().ground().orElseThrow();
        assertThat(ground.changeReason()).isEqualTo(ChangeReason.CORRECTED_EX_OFFICIO);
        assertThat(ground.changed()).containsExactly(ChangedAttribute.NAME);
    }

    @Test
    void card_and_phone_revoked_by_one_change_are_told_of_apart() {
        story.given(signing("s").made("2026-03-01"), signing("p").onPhone().made("2026-03-02"))
                .when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY))
                .thenPending("CARD SIGNING_REVOKED 2026-04-10 s", "PHONE SIGNING_REVOKED 2026-04-10 p");
    }

    @Test
    void a_holder_who_asks_for_the_revocation_is_told_that_it_is_done_and_of_no_change() {
        story.given(signing("s")).when(Ground.HOLDER_REQUEST, "s").thenPending("CARD SIGNING_REVOKED 2026-04-10 s");
        var notice = story.holder().notices().getFirst();
        assertThat(notice.cause()).contains(EndingCause.HOLDER_REQUEST);
        assertThat(notice.ground()).isEmpty();
    }

    @Test
    void both_kinds_that_end_together_are_told_of_in_one_notice() {
        story.given(signing("s"), authentication("a"))
                .when(Ground.CARD_RETURNED, "s")
                .thenPending("CARD AUTHENTICATION_ENDED 2026-04-10 s a");
    }

    @Test
    void what_the_holder_was_never_given_or_has_a_successor_of_is_not_told() {
        story.given(signing("s"))
                .when(Ground.DISCARDED_BEFORE_DELIVERY, "s")
                .thenPending()
                .given(signing("t").made("2026-04-01"), signing("u").made("2026-04-02"))
                .then("t", "REVOKED superseded v2")
                .thenPending();
    }

    @Test
    void a_lost_card_is_told_to_be_on_hold() {
        story.given(signing("s"), authentication("a"))
                .when(Ground.CARD_LOST, "s")
                .thenPending("CARD ON_HOLD 2026-04-10 s a");
        assertThat(story.holder().notices().getFirst().cause()).contains(EndingCause.CARD_LOST);
    }

    @Test
    void the_phone_is_told_when_its_certificate_ends_with_the_cards() {
        story.given(
                        authentication("a").made("2026-03-01"),
                        authentication("p").onPhone().made("2026-03-02"))
                .when(Ground.HOLDER_REQUEST, "a")
                .thenPending("CARD AUTHENTICATION_ENDED 2026-04-10 a", "PHONE AUTHENTICATION_ENDED 2026-04-10 p");
        assertThat(story.holder().notices().getLast().cause()).contains(EndingCause.CARD_CERTIFICATE_ENDED);
    }

    @Test
    void that_it_was_revoked_stays_true_after_a_reissue() {
        story.given(signing("s").number(1))
                .when(because(ChangeReason.ALIAS_ADDED).number(2))
                .when(signing("t").number(2).made("2026-04-10"))
                .thenPending("CARD SIGNING_REVOKED 2026-04-10 s");
    }

    @Test
    void an_expiry_notice_is_void_once_a_new_one_is_issued() {
        story.given(signing("s").until("2026-08-15"))
                .whenTimePassesTo("2026-08-16T09:00")
                .thenPending("CARD EXPIRED 2026-08-16 s")
                .when(signing("t").made("2026-08-16").until("2031-02-17"))
                .thenPending()
                .thenWithdrawn(NoticeStage.EXPIRED);
    }

    @Test
    void one_issued_between_expiry_and_the_next_morning_leaves_nothing_to_tell() {
        story.given(signing("s").until("2026-08-15"))
                .at("2026-08-16T08:30")
                .when(signing("t").made("2026-08-16").until("2031-02-17"))
                .whenTimePassesTo("2026-08-16T09:00")
                .thenPlanned();
    }

    @Test
    void a_notice_that_is_settled_is_not_withdrawn_any_more() {
        story.given(signing("s").until("2026-08-15")).whenTimePassesTo("2026-05-16T09:00");
        var id = story.holder().notices().getFirst().id();
        story.when(new Command.SettleNotice(id, false))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTICE_PENDING)
                .when(new Command.SettleNotice(id, true))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.NOTICE_SETTLED)
                .thenPending()
                .when(new Command.SettleNotice(id, true))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTICE_UNKNOWN)
                .when(Ground.HOLDER_REQUEST, "s")
                .thenWithdrawn();
    }

    @Test
    void a_death_withdraws_everything_and_nothing_is_planned_ever_after() {
        story.given(
                        signing("s").number(1).until("2026-08-15"),
                        authentication("p").onPhone().number(9).until("2026-08-15"))
                .when(because(ChangeReason.ALIAS_ADDED).number(2))
                .whenTimePassesTo("2026-05-16T09:00")
                .at("2026-05-20T10:00")
                .when(because(ChangeReason.DIED).number(3).on("2026-05-20"))
                .thenWithdrawn(NoticeStage.WINDOW_OPENED, NoticeStage.SIGNING_REVOKED)
                .thenPending()
                // Made from a later version of the record, so the death does not end it: it is not told of either.
                .then("p", "GOOD v1")
                .when(signing("t").number(9).renewed().made("2026-05-21"))
                .thenPending()
                .when(because(ChangeReason.ALIAS_DELETED).number(10))
                .thenPending()
                .whenTimePassesTo("2032-01-01T00:00")
                .thenPlanned()
                .thenPending();
    }

    @Test
    void a_death_known_before_the_certificate_keeps_silence_as_well() {
        story.when(because(ChangeReason.DIED))
                .when(signing("s").number(1))
                .then("s", "REVOKED cessationOfOperation v2")
                .thenPending();
    }

    @Test
    void the_same_occasion_has_the_same_id_however_late_it_is_decided() {
        var onTime = givenCardUntil15August().whenTimePassesTo("2026-08-08T09:00");
        var late = Story.begin()
                .given(authentication("a").until("2026-08-15"), signing("s").until("2026-08-15"))
                .whenTimePassesTo("2026-08-10T17:00");
        assertThat(late.holder().notices().getFirst().id()).isEqualTo("holder-1/CARD/ONE_WEEK_LEFT/2026-08-08");
        assertThat(onTime.holder().notices()).extracting(Notice::id).contains("holder-1/CARD/ONE_WEEK_LEFT/2026-08-08");
    }

    @Test
    void what_happened_at_once_is_told_apart_by_certificate_and_version() {
        story.given(signing("s")).when(because(ChangeReason.ALIAS_ADDED));
        assertThat(story.holder().notices().getFirst().id())
                .isEqualTo("holder-1/CARD/SIGNING_REVOKED/2026-04-10/" + Story.id("s") + "/2");
    }
}
