package jp.tenkyo.lifecycle.core;

import java.util.Comparator;
import java.util.Optional;

/** One PIN of a holder: each carrier has its own. */
public record PinName(Pin pin, Carrier carrier) implements Comparable<PinName> {

    private static final Comparator<PinName> IN_ORDER =
            Comparator.comparing(PinName::carrier).thenComparing(PinName::pin);

    /** A legacy card logs nobody in, and a phone is not an Individual Number Card. */
    boolean exists() {
        return switch (carrier) {
            case CARD -> true;
            case PHONE -> pin != Pin.CARD;
            case RESIDENT_CARD -> pin != Pin.AUTHENTICATION;
        };
    }

    /** The PIN that proves who is asking when this one is reset without a clerk; empty where there is none. */
    Optional<PinName> proof() {
        var other =
                switch (pin) {
                    case CARD -> Optional.<Pin>empty();
                    case SIGNING -> Optional.of(Pin.AUTHENTICATION);
                    case AUTHENTICATION -> Optional.of(Pin.SIGNING);
                };
        return other.map(one -> new PinName(one, carrier)).filter(PinName::exists);
    }

    @Override
    public int compareTo(PinName other) {
        return IN_ORDER.compare(this, other);
    }
}
