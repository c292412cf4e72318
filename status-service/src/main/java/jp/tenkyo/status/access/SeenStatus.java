package jp.tenkyo.status.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber is told of a certificate, in feed and webhook alike; no attribute of a person (rule book 6). The
 * end of its validity is left out: it is the holder's birthday.
 *
 * @param certificateId issuer key id and serial, lower-case hex, with a colon between
 * @param reason RFC 5280 name, where it is on hold or revoked and the reader may know
 * @param revokedAt when it lost effect, where it is on hold or revoked
 * @param recordedAt when this version was recorded
 * @param version rises with each change of the certificate: what has a lower one than is known is to be ignored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeenStatus(
        String certificateId,
        Kind kind,
        Status status,
        @Nullable String reason,
        @Nullable Instant revokedAt,
        Instant recordedAt,
        int version) {

    /** @param row as it is now */
    public static SeenStatus of(StatusRow row, Detail detail) {
        var reason = row.reason().filter(_ -> detail == Detail.REASON).map(Reason::standardName);
        return new SeenStatus(
                row.id().toString(),
                row.kind(),
                row.status(),
                reason.orElse(null),
                row.endedAt(),
                row.recordedAt(),
                row.version());
    }
}
