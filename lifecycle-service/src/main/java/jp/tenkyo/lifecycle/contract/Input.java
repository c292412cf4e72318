package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Command;

/**
 * One input as the core takes it, with what is told of it in its outcome.
 *
 * @param id chosen by its source
 * @param type what came in: the change's reason, the request's type or the delivery's outcome
 * @param occurredAt when the source says that it happened
 */
public record Input(
        String id,
        String holderId,
        String type,
        Optional<String> municipality,
        Optional<Integer> recordNumber,
        Instant occurredAt,
        Command command) {}
