package jp.tenkyo.lifecycle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.DecisionTaken;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a door puts into a message about a PIN or a decision, the decisions take out of it. */
class PinMessagesTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    static Stream<PinRequest> requests() {
        var names = Stream.of(Pin.values())
                .flatMap(pin -> Stream.of(Carrier.values()).map(carrier -> new PinName(pin, carrier)));
        return names.flatMap(name -> Stream.of(
                new PinRequest.Entered("r-1", "h-1", Optional.empty(), name, true, Long.MAX_VALUE),
                new PinRequest.Entered("r-1", "h-1", Optional.of("012246"), name, false, 1),
                new PinRequest.Reset("r-1", "h-1", "012246", name, PinRequest.Place.COUNTER),
                new PinRequest.Reset("r-1", "h-1", "012246", name, PinRequest.Place.CONVENIENCE_STORE),
                new PinRequest.Changed("r-1", "h-1", Optional.of("012246"), name)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_about_a_pin_is_taken_out_as_it_was_put_in(PinRequest request) {
        var outgoing = InputMessages.of(request, NOW);
        assertThat(outgoing.key()).isEqualTo("h-1");

        var input = inputOf(outgoing);
        assertThat(input.command()).isEqualTo(new Command.ActOnPin(request));
        assertThat(input.type())
                .isEqualTo(
                        switch (request) {
                            case PinRequest.Entered _ -> "PIN_RESULT";
                            case PinRequest.Reset _ -> "PIN_RESET";
                            case PinRequest.Changed _ -> "PIN_CHANGED";
                        });
    }

    @Test
    void so_is_a_persons_decision() {
        var taken = new DecisionTaken(
                "r-1", "h-1", "012246", CertificateId.of("ab".repeat(20), "a1"), "DATE_OF_BIRTH_NEEDS_DECISION");

        var input = inputOf(InputMessages.of(taken, NOW));

        assertThat(input)
                .isEqualTo(new Input(
                        "r-1",
                        "h-1",
                        "DECISION_TAKEN",
                        Optional.of("012246"),
                        Optional.empty(),
                        NOW,
                        new Command.TakeDecision(taken)));
    }

    private static Input inputOf(Outgoing outgoing) {
        return outgoing.value() instanceof CertificateRequestMessage message
                ? Inputs.of(message)
                : org.assertj.core.api.Assertions.fail("no request: " + outgoing);
    }
}
