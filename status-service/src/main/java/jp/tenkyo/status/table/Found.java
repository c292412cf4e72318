package jp.tenkyo.status.table;

import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;

/** What the table says of a certificate. Whether that is fresh, {@code Freshness} tells. */
public sealed interface Found {

    /** @param row as it is at the business instant of the question */
    record Known(StatusRow row) implements Found {}

    /** Something came that cannot be read or contradicts what is known: nobody may be told that it is good. */
    record InDoubt(CertificateId id) implements Found {}

    record Absent(CertificateId id) implements Found {}
}
