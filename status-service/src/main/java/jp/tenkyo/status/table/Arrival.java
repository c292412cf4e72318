package jp.tenkyo.status.table;

import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.core.CertificateId;

/**
 * A record as it came.
 *
 * @param writtenAt the record's own timestamp
 */
record Arrival(int partition, long offset, Instant writtenAt, Reading reading) {

    /** The certificate that its key names, if it names one. */
    Optional<CertificateId> about() {
        return switch (reading) {
            case Reading.Understood(var row) -> Optional.of(row.id());
            case Reading.Unreadable(var about, var _) -> about;
        };
    }
}
