package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinForm;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinRequest;

/** Reads what is told of a PIN: that it was entered, reset or changed. No field carries a PIN. */
final class PinRequestForm {

    private static final String PIN = "pin";
    private static final String CARRIER = CertificateRequestForm.CARRIER;
    private static final String RESULT = "result";
    private static final String SEQUENCE = "sequence";
    private static final String PLACE = "place";

    static final Set<String> OF_RESULT = Set.of(PIN, CARRIER, RESULT, SEQUENCE);
    static final Set<String> OF_RESET = Set.of(PIN, CARRIER, PLACE);
    static final Set<String> OF_CHANGE = Set.of(PIN, CARRIER);

    private PinRequestForm() {}

    private enum Result {
        OK,
        WRONG
    }

    static Reading result(CertificateRequestForm.Heading heading, Fields fields, Instant now) {
        var name = name(fields);
        var result = fields.required(RESULT, fields.symbol(RESULT, Result.class));
        var sequence = fields.required(SEQUENCE, fields.longNumber(SEQUENCE));
        return checked(
                fields,
                now,
                () -> new PinRequest.Entered(
                        heading.requestId().orElseThrow(),
                        heading.holderId().orElseThrow(),
                        heading.municipality(),
                        name.orElseThrow(),
                        result.orElseThrow() == Result.OK,
                        sequence.orElseThrow()));
    }

    static Reading reset(CertificateRequestForm.Heading heading, Fields fields, Instant now) {
        var name = name(fields);
        var place = fields.required(PLACE, fields.symbol(PLACE, PinRequest.Place.class));
        return checked(
                fields,
                now,
                () -> new PinRequest.Reset(
                        heading.requestId().orElseThrow(),
                        heading.holderId().orElseThrow(),
                        heading.municipality().orElseThrow(),
                        name.orElseThrow(),
                        place.orElseThrow()));
    }

    static Reading change(CertificateRequestForm.Heading heading, Fields fields, Instant now) {
        var name = name(fields);
        return checked(
                fields,
                now,
                () -> new PinRequest.Changed(
                        heading.requestId().orElseThrow(),
                        heading.holderId().orElseThrow(),
                        heading.municipality(),
                        name.orElseThrow()));
    }

    private static Optional<PinName> name(Fields fields) {
        var pin = fields.required(PIN, fields.symbol(PIN, Pin.class));
        var carrier = fields.required(CARRIER, fields.symbol(CARRIER, Carrier.class));
        return pin.flatMap(one -> carrier.map(on -> new PinName(one, on)));
    }

    /** @param request asked for where no field is missing */
    private static Reading checked(Fields fields, Instant now, Supplier<PinRequest> request) {
        var faults = fields.faults();
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults.found());
        }
        var sound = request.get();
        faults.addAll(PinForm.problemsOf(sound));
        return faults.isEmpty() ? new Reading.Sound(InputMessages.of(sound, now)) : new Reading.Faulty(faults.found());
    }
}
