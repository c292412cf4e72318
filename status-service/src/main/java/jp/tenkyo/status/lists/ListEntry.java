package jp.tenkyo.status.lists;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;

/**
 * A certificate on a list.
 *
 * @param serial its bytes in hex, two digits each: sorted as text they lie as in the table
 * @param revokedAt to the second, which is all that a list can say
 * @param reason CRLReason; 8 (removeFromCRL) takes the certificate off the list that a delta goes on from
 */
record ListEntry(String serial, Instant revokedAt, int reason) {

    static final int REMOVE_FROM_CRL = 8;

    ListEntry {
        revokedAt = revokedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * What a row puts on a list. A revoked certificate stays past its end until a list was published that came later
     * (RFC 5280 3.3). Nobody may take one in doubt for good: it is listed as on hold, which can be undone.
     *
     * @param row as of the instant at which the list is built
     * @param listedBefore when the list's predecessor was decided: what ended before that has been on it once more
     */
    static Optional<ListEntry> of(StatusRow row, boolean inDoubt, Instant listedBefore) {
        return switch (row.status()) {
            case REVOKED ->
                row.notAfter().isBefore(listedBefore) ? Optional.empty() : Optional.of(of(row, Reason.UNSPECIFIED));
            case HOLD -> Optional.of(of(row, Reason.CERTIFICATE_HOLD));
            case GOOD -> inDoubt ? Optional.of(of(row, Reason.CERTIFICATE_HOLD)) : Optional.empty();
            case EXPIRED -> Optional.empty();
        };
    }

    private static ListEntry of(StatusRow row, Reason otherwise) {
        return new ListEntry(
                hex(row.id().serial()),
                row.revokedAt().orElse(row.recordedAt()),
                row.reason().orElse(otherwise).code());
    }

    static String hex(String serial) {
        return serial.length() % 2 == 0 ? serial : "0" + serial;
    }

    ListEntry removed() {
        return new ListEntry(serial, revokedAt, REMOVE_FROM_CRL);
    }

    boolean isRemoval() {
        return reason == REMOVE_FROM_CRL;
    }
}
