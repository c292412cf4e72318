package jp.tenkyo.notifier.core;

import java.time.Instant;
import jp.tenkyo.avro.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to tell a holder, or why none was made.
 *
 * @param attempt from 1; 0 where none was made
 * @param detail code without personal data
 */
public record Delivery(
        String noticeId,
        String holderId,
        DeliveryOutcome outcome,
        int attempt,
        @Nullable String detail,
        Instant at) {

    /** Whether no other attempt follows. */
    public boolean isFinal() {
        return outcome != DeliveryOutcome.RETRYING;
    }
}
