package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.lifecycle.core.CertificateId;

/**
 * What the rule book says of one certificate.
 *
 * @param reasons RFC 5280 names, where it is on hold or revoked. Mostly one. Open: "reason and revokedAt are those of
 *     the first ground recorded" does not say which is first where a certificate is registered against several grounds,
 *     since all of them are recorded against it in that instant. Then each of them is right.
 * @param revokedAt since when it has had no effect, where it is on hold or revoked
 */
public record Standing(CertificateId id, State state, Set<String> reasons, Optional<Instant> revokedAt, int version) {

    public enum State {
        GOOD,
        ON_HOLD,
        REVOKED,
        EXPIRED
    }

    public boolean allows(CertificateId id, State state, Optional<String> reason, Optional<Instant> at, int version) {
        return this.id.equals(id)
                && this.state == state
                && (reasons.isEmpty()
                        ? reason.isEmpty()
                        : reason.filter(reasons::contains).isPresent())
                && revokedAt.equals(at)
                && this.version == version;
    }

    @Override
    public String toString() {
        return state
                + (reasons.isEmpty() ? "" : " " + String.join(" or ", reasons))
                + revokedAt.map(at -> " since " + at).orElse("")
                + " v" + version;
    }
}
