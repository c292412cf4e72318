package jp.tenkyo.status.prober.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;

/**
 * What a status means to whoever relies on the certificate, as far as every channel can say it. That it has expired is
 * in the certificate itself, and neither OCSP nor a list says so.
 *
 * @param since when it lost effect, in whole seconds: OCSP and lists carry no more
 */
public record Effect(Standing standing, Optional<Reason> reason, Optional<Instant> since) {

    public static final Effect UNREVOKED = new Effect(Standing.UNREVOKED, Optional.empty(), Optional.empty());

    /** Which of the three it is. */
    public enum Standing {
        UNREVOKED,
        HELD,
        REVOKED
    }

    public static Effect of(StatusRow row) {
        return of(row.status(), row.reason(), row.revokedAt());
    }

    /** As feed and webhook name it. */
    public static Effect of(Status status, Optional<Reason> reason, Optional<Instant> since) {
        return switch (status) {
            case GOOD, EXPIRED -> UNREVOKED;
            case HOLD, REVOKED -> ended(reason.orElse(Reason.UNSPECIFIED), since);
        };
    }

    /** As OCSP and lists say it: on hold is a reason there. */
    public static Effect ended(Reason reason, Optional<Instant> since) {
        return new Effect(
                reason == Reason.CERTIFICATE_HOLD ? Standing.HELD : Standing.REVOKED,
                Optional.of(reason),
                since.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS)));
    }
}
