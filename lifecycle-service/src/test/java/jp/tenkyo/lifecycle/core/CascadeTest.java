package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;

import org.junit.jupiter.api.Test;

/** A phone's certificate ends with the card's certificate of its kind (Act 16-13, 35-13; rule book 2.2). */
class CascadeTest {

    private final Story story = Story.begin();

    private Story givenCardAndPhone() {
        return story.given(
                signing("card-s").number(5).made("2026-03-01"),
                authentication("card-a").number(5).made("2026-03-01"),
                signing("phone-s").onPhone().number(5).made("2026-03-02"),
                authentication("phone-a").onPhone().number(5).made("2026-03-02"));
    }

    @Test
    void card_signing_ends_phone_signing_alone_with_its_reason() {
        givenCardAndPhone()
                .when(Ground.KEY_COMPROMISED, "card-s")
                .then("card-s", "REVOKED keyCompromise v2")
                .then("phone-s", "REVOKED keyCompromise v2")
                .then("card-a", "GOOD v1")
                .then("phone-a", "GOOD v1");
    }

    @Test
    void card_authentication_ends_phone_authentication_alone() {
        givenCardAndPhone()
                .when(Ground.HOLDER_REQUEST, "card-a")
                .then("card-a", "REVOKED cessationOfOperation v2")
                .then("phone-a", "REVOKED cessationOfOperation v2")
                .then("card-s", "GOOD v1")
                .then("phone-s", "GOOD v1");
    }

    @Test
    void a_phones_end_leaves_the_card_alone() {
        givenCardAndPhone()
                .when(Ground.HOLDER_REQUEST, "phone-a")
                .then("phone-a", "REVOKED cessationOfOperation v2")
                .then("card-a", "GOOD v1");
    }

    @Test
    void a_change_ends_card_and_phone_once() {
        givenCardAndPhone()
                .when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(6))
                .then("card-s", "REVOKED affiliationChanged v2")
                .then("phone-s", "REVOKED affiliationChanged v2")
                .then("phone-a", "GOOD v1");
    }

    @Test
    void superseding_a_card_certificate_cascades() {
        givenCardAndPhone()
                .when(authentication("card-b").number(5).made("2026-04-01"))
                .then("card-a", "REVOKED superseded v2")
                .then("phone-a", "REVOKED superseded v2")
                .then("phone-s", "GOOD v1");
    }

    @Test
    void a_late_earlier_card_certificate_on_which_a_phones_rests_takes_it_along() {
        for (var order : Orders.of(
                signing("card-1").made("2026-03-01"),
                signing("phone").onPhone().made("2026-03-02"),
                signing("card-2").made("2026-03-03"))) {
            var told = Story.begin();
            order.forEach(told::when);
            told.then("card-1", "REVOKED superseded v2")
                    .then("phone", "REVOKED superseded v2")
                    .then("card-2", "GOOD v1");
        }
    }

    @Test
    void one_made_for_the_phone_after_the_cards_renewal_rests_on_the_new_one() {
        for (var order : Orders.of(
                signing("card-1").made("2026-03-01"),
                signing("card-2").made("2026-03-02"),
                signing("phone").onPhone().made("2026-03-03"))) {
            var told = Story.begin();
            order.forEach(told::when);
            told.then("card-2", "GOOD v1").then("phone", "GOOD v1");
        }
    }

    @Test
    void expiry_of_the_card_does_not_cascade() {
        story.at("2026-03-05T10:00")
                .given(signing("card").made("2026-03-01").until("2026-04-01"))
                .given(signing("phone").onPhone().made("2026-03-02").until("2026-05-01"))
                .whenTimePassesTo("2026-04-02T00:00")
                .then("card", "EXPIRED v2")
                .then("phone", "GOOD v1");
    }

    @Test
    void a_hold_of_the_card_does_not_cascade_but_its_end_does() {
        givenCardAndPhone()
                .when(Ground.CARD_LOST, "card-s")
                .then("card-s", "HOLD v2")
                .then("card-a", "HOLD v2")
                .then("phone-s", "GOOD v1")
                .then("phone-a", "GOOD v1")
                .at("2026-04-11T09:00")
                .when(Ground.HOLDER_REQUEST, "card-s")
                .then("card-s", "REVOKED cessationOfOperation v3")
                .thenRevokedAt("card-s", "2026-04-10T10:00")
                .then("phone-s", "REVOKED cessationOfOperation v2")
                .thenRevokedAt("phone-s", "2026-04-11T09:00")
                .then("phone-a", "GOOD v1");
    }

    @Test
    void a_phones_certificate_on_hold_ends_with_the_cards_as_of_its_own_hold() {
        givenCardAndPhone()
                .when(Ground.PHONE_LOST, "phone-a")
                .at("2026-04-12T10:00")
                .when(Ground.HOLDER_REQUEST, "card-a")
                .then("phone-a", "REVOKED cessationOfOperation v3")
                .thenRevokedAt("phone-a", "2026-04-10T10:00");
    }

    @Test
    void one_registered_for_the_phone_on_a_revoked_card_certificate_ends_at_once_with_its_reason() {
        story.given(signing("card").made("2026-03-01"))
                .when(Ground.KEY_COMPROMISED, "card")
                .when(signing("phone").onPhone().made("2026-03-02"))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_REVOKED)
                .then("phone", "REVOKED keyCompromise v2");
    }

    @Test
    void one_registered_for_the_phone_heeds_the_card_certificate_of_its_own_kind_alone() {
        story.given(
                        signing("card-s").made("2026-03-01"),
                        authentication("card-a").made("2026-03-01"))
                .when(Ground.HOLDER_REQUEST, "card-s")
                .when(authentication("phone-a").onPhone().made("2026-03-02"))
                .then("phone-a", "GOOD v1")
                .when(signing("phone-s").onPhone().made("2026-03-02"))
                .then("phone-s", "REVOKED cessationOfOperation v2");
    }

    @Test
    void a_card_certificate_that_is_dead_on_arrival_takes_the_phones_along() {
        story.when(because(ChangeReason.ALIAS_ADDED).number(2))
                .given(signing("phone").onPhone().number(2).made("2026-03-02"))
                .then("phone", "GOOD v1")
                .when(signing("card").number(1).made("2026-03-01"))
                .then("card", "REVOKED affiliationChanged v2")
                .then("phone", "REVOKED affiliationChanged v2");
    }
}
