package jp.tenkyo.status.webhooks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.access.Permission;
import jp.tenkyo.status.access.SeenStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message's body, as Standard Webhooks advises.
 *
 * @param type {@code certificate.status}, or {@code snapshot.needed} where changes were missed
 * @param timestamp when what it tells was recorded
 * @param data a {@link SeenStatus}, or nothing
 */
record Envelope(String type, Instant timestamp, Object data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty where it may not be told, by what the settings say now. */
    static Optional<String> of(Message message, Permission permission, Instant now) {
        var known = message.known();
        if (known.isEmpty()) {
            return Optional.of(write(new Envelope("snapshot.needed", message.takenAt(), Map.of())));
        }
        return known.filter(one -> permission.allows(one.row()))
                .map(one -> write(new Envelope(
                        "certificate.status",
                        one.row().recordedAt(),
                        SeenStatus.of(one.at(now), permission.detail()))));
    }

    private static String write(Envelope envelope) {
        return JSON.writeValueAsString(envelope);
    }
}
