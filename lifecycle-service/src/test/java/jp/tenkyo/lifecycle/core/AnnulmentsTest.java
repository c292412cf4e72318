package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 異動の取消し: an earlier change is annulled (rule book 8). Nothing is ever resurrected. */
class AnnulmentsTest {

    private final Story story = Story.begin();

    @Test
    void an_annulled_removal_ends_nothing() {
        story.given(signing("s"), authentication("a"))
                .when(because(ChangeReason.ANNULLED_REMOVAL).touching(ChangedAttribute.NAME))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.KEPT)
                .then("s", "GOOD v1")
                .then("a", "GOOD v1");
    }

    @Test
    void an_annulled_removal_resurrects_nothing() {
        story.given(signing("s"))
                .when(because(ChangeReason.MOVED_OUT).number(2))
                .when(because(ChangeReason.ANNULLED_REMOVAL).number(3))
                .then("s", "REVOKED affiliationChanged v2");
    }

    @Test
    void an_annulled_correction_of_what_is_in_the_certificate_is_a_record_error_and_told_promptly() {
        story.given(signing("s"), authentication("a"))
                .when(because(ChangeReason.ANNULLED_CORRECTION).touching(ChangedAttribute.ADDRESS))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REVOKED)
                .then("s", "REVOKED affiliationChanged v2")
                .then("a", "GOOD v1")
                .thenPlanned("CARD RECORD_ERROR 2026-04-10 s");
    }

    @Test
    void an_annulled_correction_of_something_else_keeps() {
        story.given(signing("s"))
                .when(because(ChangeReason.ANNULLED_CORRECTION).touching(ChangedAttribute.FURIGANA))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.KEPT)
                .then("s", "GOOD v1");
    }

    @Test
    void an_annulled_entry_ends_signing_made_from_that_record_and_leaves_authentication_to_a_person() {
        story.given(
                        signing("s").from(CHITOSE, 1),
                        authentication("a").from(CHITOSE, 1),
                        authentication("elsewhere").onPhone().from(SAPPORO, 1))
                .when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 2))
                .thenFindings(Finding.Code.NEEDS_DECISION)
                .then("s", "REVOKED affiliationChanged v2")
                .then("a", "GOOD v1")
                .then("elsewhere", "GOOD v1")
                .thenPlanned("CARD RECORD_ERROR 2026-04-10 s");
        assertThat(story.holder().questions())
                .containsExactly(new Question(Story.id("a"), Finding.Code.NEEDS_DECISION, 1, true));
    }

    @Test
    void an_annulled_entry_sent_again_asks_nobody_again() {
        story.given(authentication("a")).when(because(ChangeReason.ANNULLED_ENTRY));
        assertThat(story.holder().questions()).hasSize(1);
        story.when(because(ChangeReason.ANNULLED_ENTRY))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTHING_TO_END);
        assertThat(story.latestEvents()).isEmpty();
    }

    @Test
    void a_certificate_registered_after_its_entry_was_annulled_is_left_to_a_person_too() {
        story.when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 2))
                .given(authentication("a").from(CHITOSE, 1))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED)
                .thenFindings(Finding.Code.NEEDS_DECISION)
                .then("a", "GOOD v1");
        assertThat(story.latestEvents())
                .contains(new Event.DecisionNeeded(Story.id("a"), Finding.Code.NEEDS_DECISION, "2.1/ANNULLED_ENTRY"));
        assertThat(story.holder().questions())
                .containsExactly(new Question(Story.id("a"), Finding.Code.NEEDS_DECISION, 1, true));
    }

    @Test
    void one_made_from_a_later_version_or_another_record_is_not() {
        story.when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 2))
                .given(
                        authentication("later").from(CHITOSE, 2),
                        authentication("elsewhere").onPhone().from(SAPPORO, 1));
        assertThat(story.holder().questions()).isEmpty();
    }

    @Test
    void a_higher_numbered_change_that_came_first_does_not_keep_the_question_from_being_asked() {
        story.given(authentication("a").from(CHITOSE, 1))
                .when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).at(CHITOSE, 3))
                .when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 2));
        assertThat(story.holder().questions())
                .containsExactly(new Question(Story.id("a"), Finding.Code.NEEDS_DECISION, 1, true));
    }

    @Test
    void what_a_person_has_decided_is_asked_again_by_a_new_annulment_alone() {
        story.when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 2))
                .given(authentication("a").from(CHITOSE, 1))
                .when(new Command.TakeDecision(new DecisionTaken(
                        "r", Story.HOLDER, CHITOSE, Story.id("a"), Finding.Code.NEEDS_DECISION.name())))
                .given(authentication("a").from(CHITOSE, 1))
                .when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 2));
        assertThat(story.holder().questions())
                .containsExactly(new Question(Story.id("a"), Finding.Code.NEEDS_DECISION, 1, false));
        story.when(because(ChangeReason.ANNULLED_ENTRY).at(CHITOSE, 4));
        assertThat(story.holder().questions())
                .containsExactly(new Question(Story.id("a"), Finding.Code.NEEDS_DECISION, 2, true));
    }

    @Test
    void a_record_error_that_is_reported_is_told_promptly_too() {
        story.given(signing("s"), authentication("a"))
                .when(Ground.RECORD_ERROR, "a")
                .then("s", "GOOD v1")
                .then("a", "REVOKED affiliationChanged v2")
                .thenPlanned("CARD RECORD_ERROR 2026-04-10 a");
    }
}
