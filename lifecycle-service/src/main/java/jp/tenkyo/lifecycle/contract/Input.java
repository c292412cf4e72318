package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Command;

/**
 * One input as the core takes it, with what is told of it in its outcome.
 *
 * @param id chosen by its source
 * @param holderId empty for what concerns no one holder: {@link Command.EndIssuer}
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
        Command command) {

    /** The key of its outcome: the holder, or the issuer that it concerns. */
    public String outcomeKey() {
        return command instanceof Command.EndIssuer(var issuerKeyId) ? issuerKeyId : holderId;
    }
}
