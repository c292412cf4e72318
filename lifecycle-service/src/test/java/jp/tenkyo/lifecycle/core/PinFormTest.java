package jp.tenkyo.lifecycle.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in itself with what is told of a PIN. */
class PinFormTest {

    @ParameterizedTest
    @CsvSource({
        "CARD, CARD, true", "SIGNING, CARD, true", "AUTHENTICATION, CARD, true",
        "CARD, PHONE, false", "SIGNING, PHONE, true", "AUTHENTICATION, PHONE, true",
        "CARD, RESIDENT_CARD, true", "SIGNING, RESIDENT_CARD, true", "AUTHENTICATION, RESIDENT_CARD, false"
    })
    void a_legacy_card_has_no_authentication_and_a_phone_no_card_pin(Pin pin, Carrier carrier, boolean exists) {
        var expected = exists ? List.<OutcomeCode>of() : List.of(OutcomeCode.PIN_NOT_ON_CARRIER);
        for (var told : List.of(
                Told.wrong(pin, carrier, 1),
                Told.resetAtCounter(pin, carrier, Changed.CHITOSE),
                Told.changed(pin, carrier))) {
            assertThat(codes(request(told))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_sequence_counts_from_one(long sequence) {
        assertThat(codes(request(Told.right(Pin.CARD, Carrier.CARD, sequence))))
                .containsExactly(OutcomeCode.PIN_SEQUENCE_INVALID);
    }

    @Test
    void the_longest_sequence_is_sound() {
        assertThat(codes(request(Told.right(Pin.CARD, Carrier.CARD, Long.MAX_VALUE))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CARD, CARD", "CARD, RESIDENT_CARD", "SIGNING, RESIDENT_CARD"})
    void a_pin_without_another_to_prove_it_is_reset_at_the_counter_only(Pin pin, Carrier carrier) {
        assertThat(codes(request(Told.resetAtStore(pin, carrier))))
                .containsExactly(OutcomeCode.PIN_RESET_AT_COUNTER_ONLY);
        assertThat(codes(request(Told.resetAtCounter(pin, carrier, Changed.CHITOSE))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PinRequest.Place.class)
    void a_reset_needs_a_municipality(PinRequest.Place place) {
        var name = new PinName(Pin.SIGNING, Carrier.CARD);
        assertThat(codes(new PinRequest.Reset("r", "h", "012245", name, place)))
                .containsExactly(OutcomeCode.MUNICIPALITY_INVALID);
    }

    @Test
    void ids_and_a_municipality_that_is_given_are_checked() {
        var name = new PinName(Pin.SIGNING, Carrier.CARD);
        assertThat(codes(new PinRequest.Entered("", "a b", Optional.of("1"), name, true, 1)))
                .containsExactly(
                        OutcomeCode.REQUEST_ID_INVALID,
                        OutcomeCode.HOLDER_ID_INVALID,
                        OutcomeCode.MUNICIPALITY_INVALID);
        assertThat(codes(new PinRequest.Changed("r", "h", Optional.of("1"), name)))
                .containsExactly(OutcomeCode.MUNICIPALITY_INVALID);
    }

    @Test
    void a_fault_of_form_is_decided_as_a_refusal() {
        Story.begin()
                .when(Told.wrong(Pin.CARD, Carrier.PHONE, 1))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.PIN_NOT_ON_CARRIER);
    }

    private static PinRequest request(Command command) {
        return ((Command.ActOnPin) command).request();
    }

    private static List<OutcomeCode> codes(PinRequest request) {
        return PinForm.problemsOf(request).stream().map(Form.Problem::code).toList();
    }
}
