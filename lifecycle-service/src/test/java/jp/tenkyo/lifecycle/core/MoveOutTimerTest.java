package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.CHIYODA;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Moved out, and no move-in within 30 days after the planned move-out date (Act 31(1)(ii), rule book 2.1). */
class MoveOutTimerTest {

    private static final String ENDED = "REVOKED cessationOfOperation v2";

    private final Story story = Story.begin().at("2026-03-01T10:00");

    @Test
    void without_a_move_in_authentication_ends_at_midnight_31_days_after_the_planned_move_out_date() {
        story.given(signing("s"), authentication("a"))
                .when(moveOut())
                .then("s", "REVOKED affiliationChanged v2")
                .whenTimePassesTo("2026-03-31T23:59:59.999")
                .then("a", "GOOD v1")
                .whenTimePassesTo("2026-04-01T00:00")
                .then("a", ENDED)
                .thenRevokedAt("a", "2026-04-01T00:00")
                .thenPlanned("CARD AUTHENTICATION_ENDED 2026-04-01 a");
        assertThat(Story.planned(story.latestEvents()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.cause()).contains(EndingCause.MOVE_OUT_TIMER));
    }

    @Test
    void the_planned_move_out_date_counts_before_the_event_date() {
        story.given(authentication("a"))
                .when(moveOut().planned("2026-03-05"))
                .whenTimePassesTo("2026-04-04T23:59:59")
                .then("a", "GOOD v1")
                .whenTimePassesTo("2026-04-05T00:00")
                .then("a", ENDED);
    }

    @Test
    void a_move_in_recorded_on_the_last_day_saves() {
        story.given(authentication("a"))
                .when(moveOut())
                .at("2026-03-31T23:59:59")
                .when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-03-31"))
                .whenTimePassesTo("2026-12-31T00:00")
                .then("a", "GOOD v1");
    }

    @Test
    void what_arrives_after_it_fired_undoes_nothing() {
        story.given(authentication("a"))
                .when(moveOut())
                .at("2026-04-01T00:00")
                .when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-03-15"))
                .then("a", ENDED);
    }

    /** Each way of calling the timer off, and what just misses it. */
    static Stream<Arguments> ways() {
        return Stream.of(
                way(
                        "a move-in elsewhere processed on the move-out's day",
                        true,
                        story -> story.when(
                                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-03-01"))),
                way(
                        "a move-in from abroad elsewhere",
                        true,
                        story -> story.when(because(ChangeReason.MOVED_IN_FROM_ABROAD)
                                .at(SAPPORO, 1)
                                .on("2026-03-01"))),
                way(
                        "a move-in elsewhere processed before the move-out",
                        false,
                        story -> story.when(
                                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-02-28"))),
                way(
                        "a move-in back with a higher number",
                        true,
                        story -> story.when(
                                because(ChangeReason.MOVED_IN).at(CHITOSE, 3).on("2026-02-01"))),
                way(
                        "a move-in there with a lower number",
                        false,
                        story -> story.when(
                                because(ChangeReason.MOVED_IN).at(CHITOSE, 1).on("2026-03-01"))),
                way(
                        "an entry ex officio there with a higher number",
                        true,
                        story -> story.when(because(ChangeReason.ENTERED_EX_OFFICIO)
                                .at(CHITOSE, 3)
                                .on("2026-02-01"))),
                way(
                        "an entry ex officio elsewhere",
                        false,
                        story -> story.when(because(ChangeReason.ENTERED_EX_OFFICIO)
                                .at(SAPPORO, 3)
                                .on("2026-03-01"))),
                way(
                        "the removal annulled there with a higher number",
                        true,
                        story -> story.when(because(ChangeReason.ANNULLED_REMOVAL)
                                .at(CHITOSE, 3)
                                .on("2026-03-01"))),
                way(
                        "a removal annulled elsewhere",
                        false,
                        story -> story.when(because(ChangeReason.ANNULLED_REMOVAL)
                                .at(SAPPORO, 3)
                                .on("2026-03-01"))),
                way(
                        "a birth, which is no entry of the holder",
                        false,
                        story -> story.when(
                                because(ChangeReason.BORN).at(CHITOSE, 3).on("2026-03-01"))),
                way(
                        "a certificate made from another record from the processed date on",
                        true,
                        story -> story.when(signing("n").from(SAPPORO, 1).made("2026-03-01"))),
                way(
                        "a certificate made from another record the day before",
                        false,
                        story -> story.when(signing("n").from(SAPPORO, 1).made("2026-02-28"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ways")
    void it_is_called_off_in_whichever_order_the_two_arrive(
            @SuppressWarnings("unused") String what, boolean saves, UnaryOperator<Story> way) {
        var expected = saves ? "GOOD v1" : ENDED;
        way.apply(begin().when(moveOut())).whenTimePassesTo("2026-04-02T00:00").then("a", expected);
        way.apply(begin()).when(moveOut()).whenTimePassesTo("2026-04-02T00:00").then("a", expected);
    }

    @Test
    void it_ends_what_the_move_out_concerns_alone() {
        story.given(
                        authentication("own").from(CHITOSE, 1),
                        authentication("phone").onPhone().from(CHITOSE, 2).made("2026-02-01"))
                .when(moveOut())
                .whenTimePassesTo("2026-04-01T00:00")
                .then("own", ENDED)
                // Made from the move-out's own number; still it rests on the card's certificate and ends with it.
                .then("phone", ENDED);
        Story.begin()
                .at("2026-03-01T10:00")
                .given(authentication("b").from(CHITOSE, 2))
                .when(moveOut())
                .whenTimePassesTo("2026-04-01T00:00")
                .then("b", "GOOD v1");
    }

    @Test
    void one_registered_after_it_fired_is_held_against_it() {
        story.when(moveOut())
                .whenTimePassesTo("2026-04-01T00:00")
                .when(authentication("late").from(CHITOSE, 1))
                .then("late", ENDED);
    }

    @Test
    void a_waiting_move_out_arms_it_on_its_day() {
        story.given(authentication("a"))
                .when(moveOut().happened("2026-03-20"))
                .whenTimePassesTo("2026-03-20T00:00")
                .whenTimePassesTo("2026-04-19T23:59:59")
                .then("a", "GOOD v1")
                .whenTimePassesTo("2026-04-20T00:00")
                .then("a", ENDED);
    }

    /** All that was due by then is decided, in order of due instant (rule book 2.4): a late look finds both. */
    @Test
    void a_waiting_move_out_and_its_timer_are_decided_together_where_both_are_past() {
        story.given(authentication("a"))
                .when(moveOut().happened("2026-03-20"))
                .whenTimePassesTo("2026-05-10T10:00")
                .then("a", ENDED);
    }

    @Test
    void an_annulled_removal_drops_a_waiting_move_out_in_whichever_order_they_arrive() {
        var annulled = because(ChangeReason.ANNULLED_REMOVAL).at(CHITOSE, 3).on("2026-03-01");
        var waiting = moveOut().happened("2026-03-20");
        begin().given(signing("s"))
                .when(waiting)
                .when(annulled)
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REMEMBERED)
                .whenTimePassesTo("2026-05-01T00:00")
                .then("s", "GOOD v1")
                .then("a", "GOOD v1");
        begin().given(signing("s"))
                .when(annulled)
                .when(waiting)
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.REMOVAL_ANNULLED)
                .whenTimePassesTo("2026-05-01T00:00")
                .when(waiting)
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.REMOVAL_ANNULLED)
                .then("s", "GOOD v1")
                .then("a", "GOOD v1");
    }

    @ParameterizedTest
    @EnumSource(names = {"MOVED_ABROAD", "DIED", "DELETED_EX_OFFICIO"})
    void only_a_move_within_the_country_arms_it(ChangeReason reason) {
        story.when(because(reason)
                .at(CHITOSE, 2)
                .on("2026-03-01")
                .continuedUse(
                        reason == ChangeReason.MOVED_ABROAD
                                ? java.util.Optional.of(true)
                                : java.util.Optional.empty()));
        assertThat(story.holder().timers()).isEmpty();
    }

    @Test
    void a_move_out_sent_again_is_silent_while_armed_after_it_is_called_off_and_after_it_fired() {
        story.given(authentication("a")).when(moveOut()).when(moveOut());
        assertThat(story.latestEvents()).isEmpty();
        story.when(because(ChangeReason.MOVED_IN).at(CHIYODA, 1).on("2026-03-01"))
                .when(moveOut());
        assertThat(story.latestEvents()).isEmpty();
        var fired = begin().when(moveOut()).whenTimePassesTo("2026-04-01T00:00").when(moveOut());
        assertThat(fired.latestEvents()).isEmpty();
    }

    @Test
    void one_recorded_when_its_days_are_over_leaves_the_move_in_behind_it_until_midnight() {
        var late = begin().at("2026-05-10T10:00");
        late.when(moveOut())
                .whenTimePassesTo("2026-05-10T23:59:59")
                .then("a", "GOOD v1")
                .when(moveOut())
                .when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-03-02"))
                .whenTimePassesTo("2026-05-11T00:00")
                .then("a", "GOOD v1");
        begin().at("2026-05-10T10:00")
                .when(moveOut())
                .whenTimePassesTo("2026-05-11T00:00")
                .then("a", ENDED);
    }

    @Test
    void the_days_are_a_setting() {
        Story.begin(Policies.moveInWithin(10))
                .at("2026-03-01T10:00")
                .given(authentication("a"))
                .when(moveOut())
                .whenTimePassesTo("2026-03-11T23:59:59")
                .then("a", "GOOD v1")
                .whenTimePassesTo("2026-03-12T00:00")
                .then("a", ENDED);
    }

    @Test
    void it_comes_after_a_waiting_move_out_and_before_a_reminder_of_the_same_instant() {
        var events = Story.begin(Policies.remindersAt(java.time.LocalTime.MIDNIGHT))
                .at("2026-03-01T10:00")
                .given(authentication("a").until("2026-05-01"))
                .when(moveOut())
                .whenTimePassesTo("2026-04-01T00:00")
                .thenPlanned("CARD AUTHENTICATION_ENDED 2026-04-01 a");
        assertThat(events.holder().timers()).isEmpty();
    }

    private static Arguments way(String what, boolean saves, UnaryOperator<Story> way) {
        return Arguments.of(what, saves, way);
    }

    private static Story begin() {
        return Story.begin()
                .at("2026-03-01T10:00")
                .given(authentication("a").from(CHITOSE, 1).made("2025-10-27"));
    }

    private static Changed moveOut() {
        return because(ChangeReason.MOVED_OUT).at(CHITOSE, 2).on("2026-03-01");
    }
}
