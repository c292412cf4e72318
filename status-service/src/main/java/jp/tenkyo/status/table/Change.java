package jp.tenkyo.status.table;

import java.time.Instant;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.StatusRow;

/**
 * A change of a certificate's status, where the topic has it. Per certificate, changes come in order of version.
 *
 * @param row as the record says it; {@link StatusRow#at} is the reader's to apply
 * @param inDoubt whether the record there is one that cannot be taken, and the row is what was known before it
 * @param keptSince from when the time counts for which it is kept (machine time)
 */
public record Change(int partition, long offset, StatusRow row, boolean inDoubt, Instant keptSince) {

    Change(int partition, long offset, LastKnown known, Instant keptSince) {
        this(partition, offset, known.row(), known.inDoubt(), keptSince);
    }

    public LastKnown lastKnown() {
        return new LastKnown(row, inDoubt);
    }
}
