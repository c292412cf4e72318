package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes are answered with, and stories about them (rule book 2.1 and 8). */
class ChangesTest {

    private final Story story = Story.begin();

    @Test
    void a_change_that_ends_something_is_accepted() {
        story.given(signing("a"))
                .when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY))
                .then("a", "REVOKED affiliationChanged v2")
                .thenRevokedAt("a", "2026-04-10T10:00")
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REVOKED);
        assertThat(story.decision().rules()).contains("2.1/MOVED_WITHIN_MUNICIPALITY");
    }

    @Test
    void a_change_before_any_certificate_is_remembered() {
        story.when(because(ChangeReason.ALIAS_ADDED))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REMEMBERED)
                .when(signing("a"))
                .then("a", "REVOKED affiliationChanged v2")
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_REVOKED);
    }

    @Test
    void a_change_sent_again_is_unchanged() {
        story.given(signing("a"))
                .when(because(ChangeReason.ALIAS_ADDED))
                .when(because(ChangeReason.ALIAS_ADDED))
                .then("a", "REVOKED affiliationChanged v2")
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTHING_TO_END);
    }

    @Test
    void a_number_sent_again_with_another_reason_ends_what_it_now_ends_and_undoes_nothing() {
        story.given(signing("s"), authentication("a"))
                .when(because(ChangeReason.HOUSEHOLD_SPLIT))
                .then("s", "GOOD v1")
                .when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY))
                .then("s", "REVOKED affiliationChanged v2")
                .then("a", "GOOD v1")
                .when(because(ChangeReason.INDIVIDUAL_NUMBER_CHANGED))
                .then("s", "REVOKED affiliationChanged v2")
                .then("a", "REVOKED cessationOfOperation v2")
                .when(because(ChangeReason.MINOR_CORRECTION))
                .then("s", "REVOKED affiliationChanged v2")
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.KEPT);
    }

    @Test
    void a_late_lower_number_is_decided_as_usual() {
        story.given(signing("a").number(2))
                .when(because(ChangeReason.HOUSEHOLD_SPLIT).number(7))
                .then("a", "GOOD v1")
                .when(because(ChangeReason.ALIAS_ADDED).number(3))
                .then("a", "REVOKED affiliationChanged v2");
    }

    @Test
    void a_change_is_decided_even_when_its_annulment_came_first() {
        story.given(authentication("a"))
                .when(because(ChangeReason.ANNULLED_CORRECTION).number(3).touching(ChangedAttribute.NAME))
                .then("a", "GOOD v1")
                .when(because(ChangeReason.INDIVIDUAL_NUMBER_CHANGED).number(2))
                .then("a", "REVOKED cessationOfOperation v2");
    }

    @Test
    void an_annulment_resurrects_nothing() {
        story.given(signing("a"))
                .when(because(ChangeReason.ALIAS_ADDED).number(2))
                .when(because(ChangeReason.ANNULLED_CORRECTION).number(3).touching(ChangedAttribute.ALIAS))
                .then("a", "REVOKED affiliationChanged v2");
    }

    @Test
    void a_return_to_the_first_municipality_ends_what_was_made_elsewhere_but_not_what_is_made_after_it() {
        story.given(signing("a").from(CHITOSE, 1).made("2026-01-05"))
                .when(because(ChangeReason.MOVED_OUT).at(CHITOSE, 2).on("2026-02-01"))
                .when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-02-03"))
                .when(signing("b").from(SAPPORO, 1).made("2026-02-03"))
                .then("a", "REVOKED affiliationChanged v2")
                .then("b", "GOOD v1")
                .when(because(ChangeReason.MOVED_OUT).at(SAPPORO, 2).on("2026-03-01"))
                .when(because(ChangeReason.MOVED_IN).at(CHITOSE, 3).on("2026-03-03"))
                .when(signing("c").from(CHITOSE, 3).made("2026-03-03"))
                .then("b", "REVOKED affiliationChanged v2")
                .then("c", "GOOD v1");
    }

    @Test
    void a_move_out_that_arrives_after_the_reissue_elsewhere_leaves_the_new_certificate_alone() {
        story.given(signing("b").from(SAPPORO, 1).made("2026-04-02"))
                .when(because(ChangeReason.MOVED_OUT).at(CHITOSE, 5).on("2026-04-05"))
                .then("b", "GOOD v1");
    }

    @Test
    void an_address_corrected_elsewhere_leaves_a_certificate_alone() {
        story.given(signing("a").from(CHITOSE, 1))
                .when(because(ChangeReason.CORRECTED_ERROR).at(SAPPORO, 9).touching(ChangedAttribute.ADDRESS))
                .then("a", "GOOD v1");
    }

    @Test
    void the_later_of_event_date_and_processed_date_counts() {
        var made = signing("a").from(CHITOSE, 1).made("2026-04-05");
        Story.begin()
                .given(made)
                .when(because(ChangeReason.MOVED_IN)
                        .at(SAPPORO, 1)
                        .happened("2026-03-20")
                        .processed("2026-04-05"))
                .then("a", "REVOKED affiliationChanged v2");
        Story.begin()
                .given(made)
                .when(because(ChangeReason.MOVED_IN)
                        .at(SAPPORO, 1)
                        .happened("2026-03-20")
                        .processed("2026-04-04"))
                .then("a", "GOOD v1");
    }

    @Test
    void the_day_of_making_is_the_tokyo_date_of_not_before() {
        story.given(signing("a").from(CHITOSE, 1).made("2026-04-05T00:30"))
                .when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-04"))
                .then("a", "GOOD v1")
                .when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-05"))
                .then("a", "REVOKED affiliationChanged v2");
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRECTED_EX_OFFICIO", "CORRECTED_ERROR", "ANNULLED_CORRECTION"})
    void a_correction_that_does_not_say_what_changed_is_rejected(ChangeReason reason) {
        story.given(signing("a"))
                .when(because(reason))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CHANGED_MISSING)
                .then("a", "GOOD v1");
    }

    @ParameterizedTest
    @EnumSource(names = {"MINOR_CORRECTION", "REWRITTEN", "RECREATED"})
    void a_minor_correction_of_date_of_birth_or_sex_is_looked_at_by_a_person(ChangeReason reason) {
        story.given(signing("a"))
                .when(because(reason).touching(ChangedAttribute.DATE_OF_BIRTH))
                .thenFindings(Finding.Code.NOT_MINOR)
                .when(because(reason).touching(ChangedAttribute.SEX, ChangedAttribute.NAME))
                .thenFindings(Finding.Code.NOT_MINOR)
                .when(because(reason).touching(ChangedAttribute.ADDRESS))
                .thenFindings(new Finding[0])
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.KEPT)
                .then("a", "GOOD v1");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HOUSEHOLD_SPLIT",
                "HOUSEHOLD_MERGED",
                "HOUSEHOLD_CHANGED",
                "HOUSEHOLD_HEAD_CHANGED",
                "RESIDENT_CODE_CHANGED",
                "RESIDENT_CODE_ENTERED",
                "INDIVIDUAL_NUMBER_ENTERED"
            })
    void a_keeping_reason_that_names_an_attribute_revokes_and_says_so(ChangeReason reason) {
        story.given(signing("a"), authentication("b"))
                .when(because(reason).touching(ChangedAttribute.ADDRESS))
                .thenFindings(Finding.Code.REASON_AND_CHANGED_DIFFER)
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REVOKED)
                .then("a", "REVOKED affiliationChanged v2")
                .then("b", "GOOD v1")
                .when(because(reason).touching(ChangedAttribute.FURIGANA))
                .thenFindings(new Finding[0]);
    }

    @Test
    void a_finding_reads_the_same_whatever_order_the_attributes_come_in() {
        var one = because(ChangeReason.HOUSEHOLD_SPLIT)
                .touching(new LinkedHashSet<>(List.of(ChangedAttribute.SEX, ChangedAttribute.NAME)));
        var other = because(ChangeReason.HOUSEHOLD_SPLIT)
                .touching(new LinkedHashSet<>(List.of(ChangedAttribute.NAME, ChangedAttribute.SEX)));
        assertThat(Story.begin().when(one).decision().findings())
                .isEqualTo(Story.begin().when(other).decision().findings());
    }

    @Test
    void furigana_ends_signing_certificates_only_where_the_policy_says_so() {
        var furigana = because(ChangeReason.CORRECTED_EX_OFFICIO).touching(ChangedAttribute.FURIGANA);
        Story.begin().given(signing("s")).when(furigana).then("s", "GOOD v1");
        Story.begin(Policies.furiganaEndsSigning())
                .given(signing("s"), authentication("a"))
                .when(furigana)
                .then("s", "REVOKED affiliationChanged v2")
                .then("a", "GOOD v1");
        Story.begin(Policies.furiganaEndsSigning())
                .given(signing("s"))
                .when(because(ChangeReason.MINOR_CORRECTION).touching(ChangedAttribute.FURIGANA))
                .then("s", "GOOD v1");
    }

    @Test
    void the_legacy_card_is_ended_by_a_change_of_name_as_well() {
        story.given(signing("r").on(Carrier.RESIDENT_CARD))
                .when(because(ChangeReason.CORRECTED_EX_OFFICIO).touching(ChangedAttribute.NAME))
                .then("r", "REVOKED affiliationChanged v2");
    }

    @Test
    void the_reason_and_the_instant_are_those_of_the_first_ground_recorded() {
        story.given(signing("a"))
                .when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(2))
                .at("2026-04-11T10:00")
                .when(because(ChangeReason.DIED).number(3).on("2026-04-11"))
                .then("a", "REVOKED affiliationChanged v2")
                .thenRevokedAt("a", "2026-04-10T10:00");
    }

    @Test
    void continued_use_must_be_said_of_a_move_abroad() {
        story.when(because(ChangeReason.MOVED_ABROAD).continuedUse(Optional.empty()))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CONTINUED_USE_MISSING);
    }
}
