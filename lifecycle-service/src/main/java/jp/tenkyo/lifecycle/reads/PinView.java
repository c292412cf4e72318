package jp.tenkyo.lifecycle.reads;

/**
 * How it stands with one PIN, as it is answered and stored. Names are those of {@code certificate-events}.
 *
 * @param failures in a row
 */
public record PinView(String pin, String carrier, int failures, boolean locked) {

    boolean isOfSamePin(PinView other) {
        return pin.equals(other.pin) && carrier.equals(other.carrier);
    }
}
