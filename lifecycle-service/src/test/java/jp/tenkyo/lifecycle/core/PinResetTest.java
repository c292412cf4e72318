package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a locked or forgotten PIN is replaced, and on which conditions (rule book 4). */
class PinResetTest {

    private static final String SAPPORO = "011002";

    private final Story story = Story.begin();

    @ParameterizedTest
    @EnumSource(Pin.class)
    void the_counter_of_the_issuing_municipality_resets_every_pin(Pin pin) {
        given_a_card();
        locked(pin, Carrier.CARD)
                .when(Told.resetAtCounter(pin, Carrier.CARD, Changed.CHITOSE))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET)
                .thenFindings(new Finding[0]);
        assertThat(state(pin, Carrier.CARD).isClear()).isTrue();
    }

    @Test
    void another_municipality_does_not() {
        given_a_card();
        locked(Pin.SIGNING, Carrier.CARD)
                .when(Told.resetAtCounter(Pin.SIGNING, Carrier.CARD, SAPPORO))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.NOT_ISSUING_MUNICIPALITY);
        assertThat(state(Pin.SIGNING, Carrier.CARD).locked()).isTrue();
    }

    @Test
    void issuing_is_who_issued_the_latest_certificate_of_that_carrier_ended_or_not() {
        given_a_card();
        story.given(signing("new").from(SAPPORO, 1).made("2026-04-01").until("2030-02-17"))
                .given(signing("phone").onPhone().made("2026-04-02"))
                .when(Ground.HOLDER_REQUEST, "new");
        locked(Pin.SIGNING, Carrier.CARD)
                .when(Told.resetAtCounter(Pin.SIGNING, Carrier.CARD, Changed.CHITOSE))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.NOT_ISSUING_MUNICIPALITY)
                .when(Told.resetAtCounter(Pin.SIGNING, Carrier.CARD, SAPPORO))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET);
    }

    @Test
    void where_no_certificate_is_known_the_reset_is_accepted_with_a_finding() {
        locked(Pin.SIGNING, Carrier.CARD)
                .when(Told.resetAtCounter(Pin.SIGNING, Carrier.CARD, SAPPORO))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET)
                .thenFindings(Finding.Code.ISSUING_MUNICIPALITY_UNKNOWN);
    }

    @Test
    void a_reset_of_what_has_not_failed_is_unchanged() {
        given_a_card();
        story.when(Told.resetAtCounter(Pin.CARD, Carrier.CARD, Changed.CHITOSE))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_CLEAR_ALREADY);
    }

    @ParameterizedTest
    @CsvSource({"SIGNING, CARD", "AUTHENTICATION, CARD", "SIGNING, PHONE", "AUTHENTICATION, PHONE"})
    void a_convenience_store_resets_one_pin_by_the_other(Pin pin, Carrier carrier) {
        given_a_card();
        given_a_phone();
        locked(pin, carrier)
                .when(Told.resetAtStore(pin, carrier))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET);
        assertThat(state(pin, carrier).isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"SIGNING, AUTHENTICATION", "AUTHENTICATION, SIGNING"})
    void a_convenience_store_cannot_where_the_other_is_locked_too(Pin pin, Pin other) {
        given_a_card();
        locked(other, Carrier.CARD);
        locked(pin, Carrier.CARD)
                .when(Told.resetAtStore(pin, Carrier.CARD))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.OTHER_PIN_LOCKED);
    }

    @Test
    void the_other_pin_is_that_of_the_same_carrier() {
        given_a_card();
        locked(Pin.AUTHENTICATION, Carrier.PHONE);
        locked(Pin.SIGNING, Carrier.CARD)
                .when(Told.resetAtStore(Pin.SIGNING, Carrier.CARD))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET);
    }

    @Test
    void a_convenience_store_cannot_where_the_certificate_is_revoked() {
        given_a_card();
        story.when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(2))
                .then("s", "REVOKED affiliationChanged v2");
        thenNoStoreResetOf(Pin.SIGNING);
        locked(Pin.AUTHENTICATION, Carrier.CARD)
                .when(Told.resetAtStore(Pin.AUTHENTICATION, Carrier.CARD))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET);
    }

    @Test
    void nor_where_it_is_on_hold() {
        given_a_card();
        story.when(Ground.CARD_LOST, "s");
        thenNoStoreResetOf(Pin.SIGNING);
        thenNoStoreResetOf(Pin.AUTHENTICATION);
    }

    @Test
    void nor_from_the_second_in_which_it_expires() {
        given_a_card();
        locked(Pin.SIGNING, Carrier.CARD)
                .at("2030-02-17T23:59:59")
                .when(Told.resetAtStore(Pin.SIGNING, Carrier.CARD))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RESET)
                .at("2030-02-18T00:00:00")
                .when(Told.resetAtStore(Pin.SIGNING, Carrier.CARD))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CERTIFICATE_NOT_GOOD);
    }

    @Test
    void nor_where_no_certificate_of_that_kind_is_on_that_carrier() {
        story.given(authentication("a"), signing("phone").onPhone());
        thenNoStoreResetOf(Pin.SIGNING);
    }

    @Test
    void no_reset_changes_a_status() {
        given_a_card();
        locked(Pin.SIGNING, Carrier.CARD)
                .when(Told.resetAtStore(Pin.SIGNING, Carrier.CARD))
                .then("s", "GOOD v1")
                .then("a", "GOOD v1");
    }

    private void thenNoStoreResetOf(Pin pin) {
        locked(pin, Carrier.CARD)
                .when(Told.resetAtStore(pin, Carrier.CARD))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.CERTIFICATE_NOT_GOOD);
        story.when(Told.resetAtCounter(pin, Carrier.CARD, Changed.CHITOSE));
    }

    private void given_a_card() {
        story.given(signing("s"), authentication("a"));
    }

    private void given_a_phone() {
        story.given(signing("phone-s").onPhone(), authentication("phone-a").onPhone());
    }

    private Story locked(Pin pin, Carrier carrier) {
        var from = state(pin, carrier).lastSequence();
        for (var sequence = 1; sequence <= 5; sequence++) {
            story.when(Told.wrong(pin, carrier, from + sequence));
        }
        assertThat(state(pin, carrier).locked()).isTrue();
        return story;
    }

    private PinState state(Pin pin, Carrier carrier) {
        return story.holder().pin(new PinName(pin, carrier));
    }
}
