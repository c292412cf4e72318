package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.RevocationReason;
import org.jspecify.annotations.Nullable;

/**
 * One turn in a certificate's life.
 *
 * @param on Tokyo date of the business instant at which it must be recorded
 * @param because what happened
 */
public record Turn(
        LocalDate on, CertificateState state, @Nullable RevocationReason reason, String because) {

    /** Whether a record of the topic tells of this turn. */
    public boolean isTold(LocalDate recordedOn, CertificateState told, @Nullable RevocationReason because) {
        return on.equals(recordedOn) && state == told && reason == because;
    }
}
