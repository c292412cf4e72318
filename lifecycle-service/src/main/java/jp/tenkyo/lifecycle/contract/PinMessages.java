package jp.tenkyo.lifecycle.contract;

import java.util.Optional;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.Pin;
import jp.tenkyo.avro.PinChange;
import jp.tenkyo.avro.PinCheck;
import jp.tenkyo.avro.PinReset;
import jp.tenkyo.avro.PinResult;
import jp.tenkyo.avro.PinStateChanged;
import jp.tenkyo.avro.ResetPlace;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinRequest;

/** What the contracts say of PINs, and what the core does. */
final class PinMessages {

    private PinMessages() {}

    static PinRequest of(PinResult body) {
        return new PinRequest.Entered(
                body.getRequestId(),
                body.getHolderId(),
                Optional.ofNullable(body.getMunicipality()),
                name(body.getPin(), body.getCarrier()),
                body.getResult() == PinCheck.OK,
                body.getSequence());
    }

    static PinRequest of(PinReset body) {
        return new PinRequest.Reset(
                body.getRequestId(),
                body.getHolderId(),
                body.getMunicipality(),
                name(body.getPin(), body.getCarrier()),
                PinRequest.Place.valueOf(body.getPlace().name()));
    }

    static PinRequest of(PinChange body) {
        return new PinRequest.Changed(
                body.getRequestId(),
                body.getHolderId(),
                Optional.ofNullable(body.getMunicipality()),
                name(body.getPin(), body.getCarrier()));
    }

    /** What the outcome calls the request. */
    static String typeOf(PinRequest request) {
        return switch (request) {
            case PinRequest.Entered _ -> "PIN_RESULT";
            case PinRequest.Reset _ -> "PIN_RESET";
            case PinRequest.Changed _ -> "PIN_CHANGED";
        };
    }

    static Optional<String> municipalityOf(PinRequest request) {
        return switch (request) {
            case PinRequest.Entered entered -> entered.municipality();
            case PinRequest.Reset reset -> Optional.of(reset.municipality());
            case PinRequest.Changed changed -> changed.municipality();
        };
    }

    /** Puts the request into its envelope, and says what CloudEvents calls it. */
    static String put(PinRequest request, CertificateRequestMessage.Builder message) {
        var pin = pin(request.name());
        var carrier = carrier(request.name());
        return switch (request) {
            case PinRequest.Entered(var requestId, var holderId, var municipality, var _, var right, var sequence) -> {
                message.setPinResult(new PinResult(
                        requestId,
                        holderId,
                        municipality.orElse(null),
                        pin,
                        carrier,
                        right ? PinCheck.OK : PinCheck.WRONG,
                        sequence));
                yield "PinResult";
            }
            case PinRequest.Reset(var requestId, var holderId, var municipality, var _, var place) -> {
                message.setPinReset(new PinReset(
                        requestId, holderId, municipality, pin, carrier, ResetPlace.valueOf(place.name())));
                yield "PinReset";
            }
            case PinRequest.Changed(var requestId, var holderId, var municipality, var _) -> {
                message.setPinChange(new PinChange(requestId, holderId, municipality.orElse(null), pin, carrier));
                yield "PinChange";
            }
        };
    }

    static PinStateChanged changed(PinName name, int failures, boolean locked) {
        return new PinStateChanged(pin(name), carrier(name), failures, locked);
    }

    private static PinName name(Pin pin, Carrier carrier) {
        return new PinName(
                jp.tenkyo.lifecycle.core.Pin.valueOf(pin.name()),
                jp.tenkyo.lifecycle.core.Carrier.valueOf(carrier.name()));
    }

    private static Pin pin(PinName name) {
        return Pin.valueOf(name.pin().name());
    }

    private static Carrier carrier(PinName name) {
        return Carrier.valueOf(name.carrier().name());
    }
}
