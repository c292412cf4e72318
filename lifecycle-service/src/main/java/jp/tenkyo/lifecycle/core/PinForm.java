package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.Optional;

/** What is wrong in itself with what is told of a PIN, whoever its holder is. */
public final class PinForm {

    private PinForm() {}

    /** Faults of the request; empty when there is none. */
    public static List<Form.Problem> problemsOf(PinRequest request) {
        var problems = new Form.Problems();
        problems.request(request.requestId(), request.holderId());
        municipality(request).ifPresent(problems::municipality);
        problems.unless(
                request.name().exists(),
                "pin",
                OutcomeCode.PIN_NOT_ON_CARRIER,
                "A RESIDENT_CARD has no AUTHENTICATION PIN, a PHONE no CARD PIN.");
        switch (request) {
            case PinRequest.Entered entered ->
                problems.unless(
                        entered.sequence() >= 1,
                        "sequence",
                        OutcomeCode.PIN_SEQUENCE_INVALID,
                        "sequence counts from 1.");
            case PinRequest.Reset reset -> place(reset, problems);
            case PinRequest.Changed _ -> {}
        }
        return problems.found();
    }

    private static void place(PinRequest.Reset reset, Form.Problems problems) {
        problems.unless(
                reset.place() == PinRequest.Place.COUNTER
                        || !reset.name().exists()
                        || reset.name().proof().isPresent(),
                "place",
                OutcomeCode.PIN_RESET_AT_COUNTER_ONLY,
                "A convenience store resets the SIGNING PIN by the AUTHENTICATION PIN and the other way round; any"
                        + " other is reset at the counter.");
    }

    private static Optional<String> municipality(PinRequest request) {
        return switch (request) {
            case PinRequest.Entered entered -> entered.municipality();
            case PinRequest.Reset reset -> Optional.of(reset.municipality());
            case PinRequest.Changed changed -> changed.municipality();
        };
    }
}
