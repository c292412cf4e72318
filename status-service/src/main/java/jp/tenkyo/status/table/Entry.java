package jp.tenkyo.status.table;

import java.util.Optional;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/**
 * What the table keeps of a certificate.
 *
 * @param row the last that could be read; null where nothing could
 * @param inDoubt whether something came since that could not be read or contradicts it: then it may be revoked, and the
 *     row must not be answered from
 */
record Entry(@Nullable StatusRow row, boolean inDoubt) {

    static final Entry NOTHING = new Entry(null, false);

    static Entry of(StatusRow row) {
        return new Entry(row, false);
    }

    /** Nothing can make a revoked certificate better, so no doubt touches it. */
    Entry doubted() {
        return row != null && row.status() == Status.REVOKED ? this : new Entry(row, true);
    }

    Optional<StatusRow> known() {
        return Optional.ofNullable(row);
    }

    Optional<LastKnown> lastKnown() {
        return known().map(one -> new LastKnown(one, inDoubt));
    }
}
