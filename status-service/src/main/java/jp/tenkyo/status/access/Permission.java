package jp.tenkyo.status.access;

import jp.tenkyo.status.core.StatusRow;

/**
 * What somebody may see.
 *
 * @param issuers key ids, lower-case hex
 * @param kinds names of {@link jp.tenkyo.status.core.Kind}
 * @param municipalities codes of six digits; whose certificate it is, is judged by them and never told
 */
public record Permission(Choice issuers, Choice kinds, Choice municipalities, Detail detail) {

    public boolean allows(StatusRow row) {
        return issuers.has(row.id().issuerKeyId())
                && kinds.has(row.kind().name())
                && municipalities.has(row.municipality());
    }

    /** What both allow: whoever asks for more than is permitted gets what is permitted. */
    public Permission and(Permission other) {
        return new Permission(
                issuers.and(other.issuers),
                kinds.and(other.kinds),
                municipalities.and(other.municipalities),
                detail.atMost(other.detail));
    }
}
