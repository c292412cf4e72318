package jp.tenkyo.notifier.topology;

import java.time.Instant;
import jp.tenkyo.avro.DeliveryOutcome;

/** Where a notice stands. */
sealed interface Standing {

    /** In the outbox, under that instant. */
    record InOutbox(Instant dueAt) implements Standing {}

    /** Over: never sent again, whatever comes. */
    record Settled(DeliveryOutcome outcome) implements Standing {}
}
