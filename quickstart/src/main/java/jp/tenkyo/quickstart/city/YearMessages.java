package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateAction;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.Ground;
import jp.tenkyo.avro.ResidentChange;

/** Writes one holder's inputs, each with an identifier of its own. */
final class YearMessages {

    private static final String SOURCE = "/tenkyo/quickstart/city";
    private static final int COUNTER_OPENS_SECOND = 8 * 3600 + 45 * 60;

    /** Serial numbers of the year lie above those of all that were held before it. */
    private static final long SERIALS_OF_THE_YEAR = 1L << 24;

    private static final int SERIALS_PER_HOLDER = 64;

    private final IssuerKeys issuers;
    private final int index;
    private final String holderId;
    private final String dateOfBirth;
    private int inputs;
    private int serials;

    YearMessages(IssuerKeys issuers, int index, String holderId, LocalDate birth) {
        this.issuers = issuers;
        this.index = index;
        this.holderId = holderId;
        this.dateOfBirth = birth.toString();
    }

    /** To be completed and built: a copy of a built one would need Avro to look its classes up. */
    ResidentChange.Builder change(
            LocalDate day, String municipality, int number, ChangeReason reason, LocalDate eventDate) {
        return ResidentChange.newBuilder()
                .setEventId("change-%s-%d".formatted(holderId, ++inputs))
                .setHolderId(holderId)
                .setMunicipality(municipality)
                .setRecordNumber(number)
                .setReason(reason)
                .setChanged(List.of())
                .setEventDate(eventDate)
                .setProcessedDate(day);
    }

    /** A certificate made at the counter's opening of that day. */
    Certificate certificate(
            LocalDate day,
            CertificateKind kind,
            String municipality,
            int number,
            LocalDate lastDay,
            LocalDate cardExpiresOn) {
        var second = COUNTER_OPENS_SECOND + (kind == CertificateKind.SIGNING ? 2 : 0);
        var notBefore = day.atStartOfDay(Places.TOKYO).plusSeconds(second).toInstant();
        return new Certificate(
                Carrier.CARD,
                kind,
                0,
                issuers.keyIdOf(kind, notBefore),
                Issuers.serial(SERIALS_OF_THE_YEAR + (long) index * SERIALS_PER_HOLDER + serials++),
                municipality,
                number,
                notBefore,
                lastDay,
                cardExpiresOn);
    }

    YearInput.OfCertificate registration(Certificate certificate, boolean renews) {
        var requestId = "issued-%s-%d".formatted(holderId, ++inputs);
        var body = CertificateRegistration.newBuilder()
                .setRequestId(requestId)
                .setHolderId(holderId)
                .setMunicipality(certificate.municipality())
                .setCarrier(certificate.carrier())
                .setKind(certificate.kind())
                .setIssuerKeyId(certificate.issuerKeyId())
                .setSerial(certificate.serial())
                .setNotBefore(certificate.notBefore())
                .setNotAfter(certificate.notAfter())
                .setDateOfBirth(dateOfBirth)
                .setCardExpiresOn(certificate.cardExpiresOn())
                .setRecordNumber(certificate.recordNumber())
                .build();
        var message = message(requestId, certificate.notBefore());
        return new YearInput.OfCertificate(
                holderId, (renews ? message.setRenew(body) : message.setIssue(body)).build());
    }

    YearInput.OfCertificate cardLost(LocalDate day, String municipality, Certificate certificate) {
        var requestId = "lost-%s-%d".formatted(holderId, ++inputs);
        var body = CertificateAction.newBuilder()
                .setRequestId(requestId)
                .setHolderId(holderId)
                .setMunicipality(municipality)
                .setCertificateId(certificate.certificateId())
                .setGround(Ground.CARD_LOST)
                .build();
        return new YearInput.OfCertificate(
                holderId,
                message(requestId, day.atStartOfDay(Places.TOKYO).toInstant())
                        .setHold(body)
                        .build());
    }

    private static CertificateRequestMessage.Builder message(String requestId, Instant occurredAt) {
        return CertificateRequestMessage.newBuilder()
                .setId(requestId)
                .setSource(SOURCE)
                .setOccurredAt(occurredAt)
                .setRecordedAt(occurredAt);
    }
}
