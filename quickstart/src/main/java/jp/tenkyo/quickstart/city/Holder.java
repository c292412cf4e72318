package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;

/**
 * A resident: no name, no address, an opaque identifier.
 *
 * @param birth date that validity counts from
 * @param dateOfBirth what the record says, which may be no date of the calendar
 * @param recordNumber latest version of the city's record before the day's file
 * @param certificates in the order in which they were made; none without a card
 */
record Holder(
        int index,
        String holderId,
        Group group,
        LocalDate birth,
        String dateOfBirth,
        int recordNumber,
        ContactKind contact,
        List<Certificate> certificates) {

    boolean hasCard() {
        return !certificates.isEmpty();
    }

    boolean hasPhone() {
        return certificates.stream().anyMatch(certificate -> certificate.carrier() == Carrier.PHONE);
    }

    boolean hasSigning() {
        return certificates.stream().anyMatch(certificate -> certificate.kind() == CertificateKind.SIGNING);
    }

    /** The card's authentication certificate: the first made, and the cap of all others. */
    Certificate authentication() {
        return certificates.getFirst();
    }
}
