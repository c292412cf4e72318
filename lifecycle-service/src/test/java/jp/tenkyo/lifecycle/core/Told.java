package jp.tenkyo.lifecycle.core;

import java.util.Optional;

/** Builds what is told of PINs, in the words of a story. */
final class Told {

    private Told() {}

    static Command wrong(Pin pin, Carrier carrier, long sequence) {
        return entered(pin, carrier, false, sequence);
    }

    static Command right(Pin pin, Carrier carrier, long sequence) {
        return entered(pin, carrier, true, sequence);
    }

    static Command resetAtCounter(Pin pin, Carrier carrier, String municipality) {
        return reset(pin, carrier, PinRequest.Place.COUNTER, municipality);
    }

    static Command resetAtStore(Pin pin, Carrier carrier) {
        return reset(pin, carrier, PinRequest.Place.CONVENIENCE_STORE, Changed.CHITOSE);
    }

    static Command changed(Pin pin, Carrier carrier) {
        return new Command.ActOnPin(
                new PinRequest.Changed("request-pin", Story.HOLDER, Optional.empty(), new PinName(pin, carrier)));
    }

    private static Command entered(Pin pin, Carrier carrier, boolean right, long sequence) {
        return new Command.ActOnPin(new PinRequest.Entered(
                "request-pin", Story.HOLDER, Optional.empty(), new PinName(pin, carrier), right, sequence));
    }

    private static Command reset(Pin pin, Carrier carrier, PinRequest.Place place, String municipality) {
        return new Command.ActOnPin(
                new PinRequest.Reset("request-pin", Story.HOLDER, municipality, new PinName(pin, carrier), place));
    }
}
