package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to revoke, hold and release (rule book 2.2, 2.3). */
class HoldingTest {

    private final Story story = Story.begin();

    @BeforeEach
    void given_a_card_and_a_phone() {
        story.given(
                signing("card-s").made("2026-03-01"),
                authentication("card-a").made("2026-03-01"),
                signing("phone-s").onPhone().made("2026-03-02"),
                authentication("phone-a").onPhone().made("2026-03-02"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            HOLDER_REQUEST,            cessationOfOperation
            KEY_COMPROMISED,           keyCompromise
            CARD_UNUSABLE,             cessationOfOperation
            CARD_RETURNED,             cessationOfOperation
            CARD_LAPSED,               cessationOfOperation
            RECORD_ERROR,              affiliationChanged
            DISCARDED_BEFORE_DELIVERY, unspecified
            """)
    void a_ground_gives_its_rfc_reason(Ground ground, String reason) {
        story.when(ground, "card-s")
                .then("card-s", "REVOKED " + reason + " v2")
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLDER_REQUEST", "KEY_COMPROMISED", "RECORD_ERROR", "DISCARDED_BEFORE_DELIVERY"})
    void most_grounds_act_on_the_one_named(Ground ground) {
        story.when(ground, "card-s").then("card-a", "GOOD v1");
    }

    @ParameterizedTest
    @EnumSource(names = {"CARD_UNUSABLE", "CARD_RETURNED", "CARD_LAPSED"})
    void grounds_of_the_card_act_on_all_that_is_live_on_it(Ground ground) {
        story.when(ground, "card-s")
                .then("card-a", "REVOKED cessationOfOperation v2")
                .then("phone-a", "REVOKED cessationOfOperation v2");
    }

    @Test
    void a_lost_phone_holds_both_of_the_phone_and_none_of_the_card() {
        story.when(Ground.PHONE_LOST, "phone-s")
                .thenOutcome(Decision.Accepted.class, OutcomeCode.HELD)
                .then("phone-s", "HOLD v2")
                .then("phone-a", "HOLD v2")
                .then("card-s", "GOOD v1")
                .then("card-a", "GOOD v1");
    }

    @Test
    void a_phones_authentication_hold_can_be_lifted() {
        story.when(Ground.PHONE_LOST, "phone-a")
                .when(Ground.PHONE_FOUND, "phone-a")
                .thenOutcome(Decision.Accepted.class, OutcomeCode.RELEASED)
                .then("phone-a", "GOOD v3")
                .then("phone-s", "HOLD v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card-s", "card-a", "phone-s"})
    void no_other_hold_can_be_lifted(String name) {
        story.when(Ground.PHONE_LOST, "phone-s")
                .when(Ground.CARD_LOST, "card-s")
                .when(Ground.PHONE_FOUND, name)
                .thenOutcome(Decision.Rejected.class, OutcomeCode.HOLD_NOT_LIFTABLE)
                .then(name, "HOLD v2");
    }

    @Test
    void what_is_not_on_hold_cannot_be_released() {
        story.when(Ground.PHONE_FOUND, "phone-a")
                .thenOutcome(Decision.Rejected.class, OutcomeCode.HOLD_NOT_LIFTABLE)
                .when(Ground.HOLDER_REQUEST, "phone-a")
                .when(Ground.PHONE_FOUND, "phone-a")
                .thenOutcome(Decision.Rejected.class, OutcomeCode.HOLD_NOT_LIFTABLE)
                .then("phone-a", "REVOKED cessationOfOperation v2");
    }

    @Test
    void a_hold_of_one_on_hold_or_ended_is_unchanged() {
        story.when(Ground.CARD_LOST, "card-s")
                .when(Ground.CARD_LOST, "card-s")
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_HELD)
                .when(Ground.CARD_RETURNED, "card-s")
                .when(Ground.CARD_LOST, "card-s")
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_ENDED)
                .then("card-s", "REVOKED cessationOfOperation v3");
    }

    @Test
    void a_revocation_of_an_ended_one_is_unchanged_and_keeps_the_first_ground() {
        story.when(Ground.HOLDER_REQUEST, "card-s")
                .at("2026-05-01T10:00")
                .when(Ground.KEY_COMPROMISED, "card-s")
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_ENDED)
                .then("card-s", "REVOKED cessationOfOperation v2")
                .thenRevokedAt("card-s", "2026-04-10T10:00");
    }

    @Test
    void a_released_one_that_is_revoked_later_ends_then() {
        story.when(Ground.PHONE_LOST, "phone-a")
                .at("2026-04-11T10:00")
                .when(Ground.PHONE_FOUND, "phone-a")
                .at("2026-04-12T10:00")
                .when(because(ChangeReason.DIED))
                .then("phone-a", "REVOKED cessationOfOperation v4")
                .thenRevokedAt("phone-a", "2026-04-12T10:00");
    }

    @Test
    void a_ground_of_the_other_carrier_changes_nothing() {
        story.when(Ground.CARD_LOST, "phone-a")
                .thenOutcome(Decision.Rejected.class, OutcomeCode.GROUND_NOT_FOR_CARRIER)
                .when(Ground.PHONE_LOST, "card-a")
                .thenOutcome(Decision.Rejected.class, OutcomeCode.GROUND_NOT_FOR_CARRIER)
                .then("phone-a", "GOOD v1")
                .then("card-a", "GOOD v1");
    }

    @Test
    void a_certificate_that_nobody_knows_cannot_be_acted_on() {
        story.when(Ground.HOLDER_REQUEST, "nobody")
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CERTIFICATE_UNKNOWN);
    }

    @Test
    void one_on_hold_expires() {
        story.when(Ground.CARD_LOST, "card-s")
                .whenTimePassesTo("2030-02-18T00:00")
                .then("card-s", "EXPIRED v3");
    }
}
