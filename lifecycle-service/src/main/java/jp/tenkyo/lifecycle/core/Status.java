package jp.tenkyo.lifecycle.core;

import java.time.Instant;

/**
 * Whether a certificate has effect. {@link Revoked} and {@link Expired} are final (Act 15, 34): nothing leads out of
 * them.
 */
public sealed interface Status {

    record Good() implements Status {}

    /** 一時保留: no effect for now; live for changes, expiry and superseding, since it may end for good. */
    record OnHold(Instant heldAt) implements Status {}

    record Revoked(RevocationReason reason, Instant revokedAt) implements Status {}

    record Expired() implements Status {}

    /** Whether the certificate can still be ended. */
    default boolean isLive() {
        return switch (this) {
            case Good(), OnHold(var _) -> true;
            case Revoked(var _, var _), Expired() -> false;
        };
    }
}
