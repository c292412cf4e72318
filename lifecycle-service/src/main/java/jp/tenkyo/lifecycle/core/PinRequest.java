package jp.tenkyo.lifecycle.core;

import java.util.Optional;

/** What is told of a PIN, never the PIN. Its form is not checked yet: {@link PinForm} does that. */
public sealed interface PinRequest {

    String requestId();

    String holderId();

    PinName name();

    /**
     * A PIN was entered.
     *
     * @param right whether it was the right one
     * @param sequence rises per carrier and PIN: one that is not higher than the last is a re-send
     */
    record Entered(
            String requestId,
            String holderId,
            Optional<String> municipality,
            PinName name,
            boolean right,
            long sequence)
            implements PinRequest {}

    /**
     * A locked or forgotten PIN was replaced.
     *
     * @param municipality of the counter
     */
    record Reset(String requestId, String holderId, String municipality, PinName name, Place place)
            implements PinRequest {}

    /** The holder changed a PIN that they knew. */
    record Changed(String requestId, String holderId, Optional<String> municipality, PinName name)
            implements PinRequest {}

    /** Where a PIN is reset. */
    enum Place {
        COUNTER,
        CONVENIENCE_STORE
    }
}
