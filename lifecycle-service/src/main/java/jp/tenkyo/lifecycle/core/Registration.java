package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Report of an X.509 certificate that the CA has made. Its form is not checked yet: {@link Form} does that.
 *
 * @param dateOfBirth YYYY-MM-DD as the record has it; unknown and non-calendar dates such as 1950-00-00 are legal
 * @param cardExpiresOn last valid day of the card, where known
 * @param recordNumber version of the municipality's record that the certificate was made from
 */
public record Registration(
        String requestId,
        String holderId,
        String municipality,
        Type type,
        Carrier carrier,
        Kind kind,
        CertificateId certificateId,
        Instant notBefore,
        Instant notAfter,
        String dateOfBirth,
        Optional<LocalDate> cardExpiresOn,
        int recordNumber) {

    /** Whether the CA made a first certificate or took the place of a valid one. */
    public enum Type {
        ISSUE,
        RENEW
    }

    LocalDate madeOn() {
        return Tokyo.dateOf(notBefore);
    }
}
