package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Entries of a PIN and their count (rule book 4). */
class PinsTest {

    private final Story story = Story.begin().given(signing("card-s"), authentication("card-a"));

    @ParameterizedTest
    @CsvSource({"CARD, 3", "SIGNING, 5", "AUTHENTICATION, 3"})
    void a_pin_locks_at_its_number_of_failures_in_a_row_and_not_before(Pin pin, int limit) {
        for (var sequence = 1; sequence < limit; sequence++) {
            story.when(Told.wrong(pin, Carrier.CARD, sequence))
                    .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_WRONG);
            assertThat(state(pin)).isEqualTo(new PinState(sequence, false, sequence, sequence));
        }
        story.when(Told.wrong(pin, Carrier.CARD, limit))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_NOW_LOCKED);
        assertThat(state(pin)).isEqualTo(new PinState(limit, true, limit, limit));
    }

    @Test
    void a_right_entry_resets_the_count() {
        wrong(Pin.SIGNING, 4)
                .when(Told.right(Pin.SIGNING, Carrier.CARD, 5))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_RIGHT)
                .when(Told.wrong(Pin.SIGNING, Carrier.CARD, 6));
        assertThat(state(Pin.SIGNING)).isEqualTo(new PinState(1, false, 6, 6));
    }

    @Test
    void a_right_entry_after_no_failure_is_remembered_and_told_to_nobody() {
        story.when(Told.right(Pin.SIGNING, Carrier.CARD, 7))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_CLEAR_ALREADY);
        assertThat(state(Pin.SIGNING)).isEqualTo(new PinState(0, false, 7, 0));
        assertThat(story.latestEvents()).noneMatch(Event.Fact.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void a_sequence_that_is_not_higher_than_the_last_changes_nothing(long sequence) {
        wrong(Pin.AUTHENTICATION, 2)
                .when(Told.wrong(Pin.AUTHENTICATION, Carrier.CARD, sequence))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_SEQUENCE_NOT_HIGHER)
                .when(Told.right(Pin.AUTHENTICATION, Carrier.CARD, sequence))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_SEQUENCE_NOT_HIGHER);
        assertThat(state(Pin.AUTHENTICATION)).isEqualTo(new PinState(2, false, 2, 2));
        assertThat(story.latestEvents()).isEmpty();
    }

    @Test
    void a_sequence_may_skip() {
        story.when(Told.wrong(Pin.CARD, Carrier.CARD, 100))
                .when(Told.wrong(Pin.CARD, Carrier.CARD, 5_000_000_000L))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_WRONG);
    }

    @Test
    void an_entry_while_locked_changes_nothing_and_takes_its_sequence() {
        wrong(Pin.SIGNING, 5)
                .when(Told.right(Pin.SIGNING, Carrier.CARD, 6))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_LOCKED)
                .when(Told.wrong(Pin.SIGNING, Carrier.CARD, 7))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_LOCKED);
        assertThat(state(Pin.SIGNING)).isEqualTo(new PinState(5, true, 7, 5));

        story.when(Told.resetAtCounter(Pin.SIGNING, Carrier.CARD, Changed.CHITOSE))
                .when(Told.wrong(Pin.SIGNING, Carrier.CARD, 7))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_SEQUENCE_NOT_HIGHER);
        assertThat(state(Pin.SIGNING)).isEqualTo(new PinState(0, false, 7, 6));
    }

    @Test
    void each_pin_of_each_carrier_has_its_own_count_and_sequence() {
        story.when(Told.wrong(Pin.SIGNING, Carrier.CARD, 9))
                .when(Told.wrong(Pin.SIGNING, Carrier.PHONE, 1))
                .when(Told.wrong(Pin.AUTHENTICATION, Carrier.CARD, 1));
        assertThat(story.holder().pins())
                .containsOnlyKeys(
                        new PinName(Pin.SIGNING, Carrier.CARD),
                        new PinName(Pin.AUTHENTICATION, Carrier.CARD),
                        new PinName(Pin.SIGNING, Carrier.PHONE));
        assertThat(story.holder().pins().values())
                .extracting(PinState::failures)
                .containsOnly(1);
    }

    @ParameterizedTest
    @EnumSource(Pin.class)
    void a_lock_is_not_a_revocation(Pin pin) {
        wrong(pin, 5).then("card-s", "GOOD v1").then("card-a", "GOOD v1").thenPending();
        assertThat(story.events()).noneMatch(Event.CertificateRevoked.class::isInstance);
        assertThat(state(pin).locked()).isTrue();
    }

    @Test
    void a_known_pin_can_be_changed_unless_it_is_locked() {
        wrong(Pin.CARD, 2)
                .when(Told.changed(Pin.CARD, Carrier.CARD))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.PIN_CHANGED);
        assertThat(state(Pin.CARD)).isEqualTo(new PinState(0, false, 2, 3));

        story.when(Told.changed(Pin.CARD, Carrier.CARD))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.PIN_CLEAR_ALREADY);
        wrong(Pin.AUTHENTICATION, 3)
                .when(Told.changed(Pin.AUTHENTICATION, Carrier.CARD))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.PIN_LOCKED);
        assertThat(state(Pin.AUTHENTICATION).locked()).isTrue();
    }

    @Test
    void a_policy_that_locks_at_nothing_is_refused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Policies.lockingAt(3, 0, 3))
                .hasMessage("pins.signing-failures-max must be 1 or more");
    }

    @Test
    void the_limits_are_those_of_the_policy() {
        var strict = Story.begin(Policies.lockingAt(1, 2, 1)).when(Told.wrong(Pin.CARD, Carrier.CARD, 1));
        assertThat(strict.holder().pin(new PinName(Pin.CARD, Carrier.CARD)).locked())
                .isTrue();
    }

    private Story wrong(Pin pin, int times) {
        for (var sequence = 1; sequence <= times; sequence++) {
            story.when(Told.wrong(pin, Carrier.CARD, sequence));
        }
        return story;
    }

    private PinState state(Pin pin) {
        return story.holder().pin(new PinName(pin, Carrier.CARD));
    }
}
