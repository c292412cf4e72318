package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.time.LocalDate;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;

/**
 * One certificate as the CA made it.
 *
 * @param slot of the holder: 0 to 3 what is held before the day, 4 and 5 what is made on it
 * @param recordNumber version of the municipality's record that it was made from
 * @param lastDay its last valid day
 * @param cardExpiresOn last day of the card
 */
record Certificate(
        Carrier carrier,
        CertificateKind kind,
        int slot,
        String issuerKeyId,
        String serial,
        String municipality,
        int recordNumber,
        Instant notBefore,
        LocalDate lastDay,
        LocalDate cardExpiresOn) {

    String certificateId() {
        return issuerKeyId + ":" + serial;
    }

    Instant notAfter() {
        return Validity.endOf(lastDay);
    }
}
