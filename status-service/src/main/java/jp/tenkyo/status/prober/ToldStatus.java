package jp.tenkyo.status.prober;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import tools.jackson.databind.JsonNode;

/** A status as feed and webhook write it. */
record ToldStatus(CertificateId id, Observation.Says says) {

    /**
     * Empty where it is not one that a subscriber could read, or says that nobody knows: the topic has something then
     * that cannot be read or contradicts itself, so there is nothing to hold the channel against.
     */
    static Optional<ToldStatus> parse(JsonNode json) {
        try {
            var effect = Effect.of(
                    Status.valueOf(json.path("status").asString("")),
                    text(json, "reason").map(ToldStatus::reason),
                    text(json, "revokedAt").map(Instant::parse));
            return CertificateId.parse(json.path("certificateId").asString(""))
                    .map(id -> new ToldStatus(
                            id,
                            new Observation.Says(
                                    effect, OptionalInt.of(json.path("version").asInt(0)))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.path(field).asStringOpt();
    }

    private static Reason reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.standardName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such reason"));
    }
}
