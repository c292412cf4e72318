package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Registering is never refused for the holder's state (rule book 2.1). */
class RegisteringTest {

    private final Story story = Story.begin();

    @Test
    void a_certificate_is_registered_good_as_version_1() {
        story.when(signing("a"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED)
                .then("a", "GOOD v1")
                .thenFindings(new Finding[0]);
    }

    @Test
    void a_new_one_ends_the_earlier_one_of_its_kind_and_carrier() {
        story.given(signing("a").made("2026-03-01"), authentication("b").made("2026-03-01"))
                .given(signing("p").onPhone().made("2026-03-01"))
                .given(authentication("q").onPhone().made("2026-03-01"))
                .when(authentication("c").made("2026-04-01"))
                .then("b", "REVOKED superseded v2")
                .then("c", "GOOD v1")
                .then("a", "GOOD v1")
                .then("p", "GOOD v1");
    }

    @Test
    void one_earlier_than_a_registered_one_is_registered_and_superseded_at_once() {
        story.given(signing("new").made("2026-04-01"))
                .when(signing("old").made("2026-03-01"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_REVOKED)
                .then("old", "REVOKED superseded v2")
                .then("new", "GOOD v1");
    }

    @Test
    void of_three_in_any_order_the_latest_made_is_left() {
        for (var order : Orders.of(
                signing("a").made("2026-03-01"),
                signing("b").made("2026-03-02"),
                signing("c").made("2026-03-03"))) {
            var told = Story.begin();
            order.forEach(told::when);
            told.then("a", "REVOKED superseded v2")
                    .then("b", "REVOKED superseded v2")
                    .then("c", "GOOD v1");
        }
    }

    @Test
    void a_new_one_that_is_itself_dead_supersedes_all_the_same() {
        story.given(signing("old").number(2).made("2026-03-01"))
                .when(because(ChangeReason.ALIAS_ADDED).number(2).on("2026-03-20"))
                .then("old", "GOOD v1")
                .when(signing("new").number(1).made("2026-04-01"))
                .then("new", "REVOKED affiliationChanged v2")
                .then("old", "REVOKED superseded v2");
    }

    @Test
    void one_that_has_expired_already_supersedes_all_the_same() {
        story.given(signing("old").made("2025-03-01"))
                .when(signing("new").made("2025-04-01").until("2026-04-09"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_EXPIRED)
                .then("new", "EXPIRED v2")
                .then("old", "REVOKED superseded v2");
    }

    @Test
    void one_on_hold_counts_as_live_and_its_end_stays_the_holds() {
        story.at("2026-03-01T10:00")
                .given(signing("a").made("2026-03-01"))
                .at("2026-03-15T08:00")
                .when(Ground.CARD_LOST, "a")
                .then("a", "HOLD v2")
                .at("2026-04-01T10:00")
                .when(signing("b").made("2026-04-01"))
                .then("a", "REVOKED superseded v3")
                .thenRevokedAt("a", "2026-03-15T08:00");
    }

    @Test
    void a_change_ends_one_on_hold_as_of_the_hold() {
        story.at("2026-03-01T10:00")
                .given(signing("a").made("2026-03-01"))
                .at("2026-03-15T08:00")
                .when(Ground.CARD_LOST, "a")
                .at("2026-04-10T10:00")
                .when(because(ChangeReason.ALIAS_ADDED))
                .then("a", "REVOKED affiliationChanged v3")
                .thenRevokedAt("a", "2026-03-15T08:00");
    }

    @Test
    void one_that_a_known_change_concerns_is_first_good_and_then_revoked_in_one_step() {
        story.when(because(ChangeReason.DIED)).when(signing("a")).then("a", "REVOKED cessationOfOperation v2");
        assertThat(story.latestEvents())
                .filteredOn(Event.CertificateFact.class::isInstance)
                .satisfiesExactly(
                        isA(Event.CertificateRegistered.class, registered -> {
                            assertThat(registered.certificate().isGood()).isTrue();
                            assertThat(registered.certificate().version()).isEqualTo(1);
                        }),
                        isA(
                                Event.CertificateRevoked.class,
                                revoked -> assertThat(revoked.id()).isEqualTo(Story.id("a"))));
    }

    @Test
    void a_known_change_of_the_version_that_it_was_made_from_does_not_concern_it() {
        story.when(because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-01"))
                .when(signing("a").from(SAPPORO, 1).made("2026-04-01"))
                .then("a", "GOOD v1");
    }

    @Test
    void a_report_sent_again_is_unchanged_also_after_the_end() {
        story.given(signing("a"))
                .when(signing("a"))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_REGISTERED)
                .then("a", "GOOD v1")
                .when(because(ChangeReason.ALIAS_ADDED))
                .when(signing("a"))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_REGISTERED)
                .then("a", "REVOKED affiliationChanged v2");
    }

    static final List<Made> OTHER_CONTENTS = List.of(
            authentication("a"),
            signing("a").onPhone(),
            signing("a").from(SAPPORO, 1),
            signing("a").from(CHITOSE, 2),
            signing("a").made("2025-10-28"),
            signing("a").until("2030-02-18"));

    @ParameterizedTest
    @FieldSource("OTHER_CONTENTS")
    void a_known_certificate_with_other_content_is_rejected(Made other) {
        story.given(signing("a"))
                .when(other)
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CERTIFICATE_DIFFERS)
                .then("a", "GOOD v1");
        assertThat(story.latestEvents()).isEmpty();
    }

    private static <T> ThrowingConsumer<Event> isA(Class<T> type, ThrowingConsumer<T> more) {
        return event -> {
            assertThat(event).isInstanceOf(type);
            more.acceptThrows(type.cast(event));
        };
    }
}
