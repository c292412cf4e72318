package jp.tenkyo.status.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber is told of a certificate, in feed and webhook alike; no attribute of a person (rule book 6). The
 * end of its validity is left out: it is the holder's birthday.
 *
 * @param certificateId issuer key id and serial, lower-case hex, with a colon between
 * @param reason RFC 5280 name, where it is on hold or revoked and the reader may know
 * @param revokedAt when it lost effect, where it is on hold or revoked
 * @param recordedAt when this version was recorded
 * @param version rises with each change of the certificate: what has a lower one than is known is to be ignored. Of one
 *     version, {@link State#IN_DOUBT} counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeenStatus(
        String certificateId,
        Kind kind,
        State status,
        @Nullable String reason,
        @Nullable Instant revokedAt,
        Instant recordedAt,
        int version) {

    /** Those of the topic, and what no record says. */
    public enum State {
        GOOD,
        HOLD,
        REVOKED,
        EXPIRED,
        /** It was known with this version, and what came since cannot be relied on: it may be revoked. */
        IN_DOUBT
    }

    /** @param known as it is now */
    public static SeenStatus of(LastKnown known, Detail detail) {
        var row = known.row();
        var reason = row.reason()
                .filter(_ -> detail == Detail.REASON && !known.inDoubt())
                .map(Reason::standardName);
        return new SeenStatus(
                row.id().toString(),
                row.kind(),
                known.inDoubt() ? State.IN_DOUBT : state(row.status()),
                reason.orElse(null),
                known.inDoubt() ? null : row.endedAt(),
                row.recordedAt(),
                row.version());
    }

    private static State state(Status status) {
        return switch (status) {
            case GOOD -> State.GOOD;
            case HOLD -> State.HOLD;
            case REVOKED -> State.REVOKED;
            case EXPIRED -> State.EXPIRED;
        };
    }
}
