package jp.tenkyo.quickstart.scenarios;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.ResidentChangeMessage;

/** What other systems send. Each holder has one signing certificate, whose serial number is its own. */
final class Messages {

    private static final String SOURCE = "/tenkyo/scenarios";
    private static final String MUNICIPALITY = "012246";
    private static final String ISSUER = "3a0c1de5f7b24986aa5510c9e2847fb61d39c07e";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int FIRST_RECORD = 1;

    private Messages() {}

    static String certificateIdOf(int serial) {
        return ISSUER + ":" + Integer.toHexString(serial);
    }

    static CertificateRequestMessage issue(String holderId, int serial) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var registration = CertificateRegistration.newBuilder()
                .setRequestId("issue-" + holderId)
                .setHolderId(holderId)
                .setMunicipality(MUNICIPALITY)
                .setCarrier(Carrier.CARD)
                .setKind(CertificateKind.SIGNING)
                .setIssuerKeyId(ISSUER)
                .setSerial(Integer.toHexString(serial))
                .setNotBefore(now.minus(365, ChronoUnit.DAYS))
                .setNotAfter(now.plus(4 * 365, ChronoUnit.DAYS))
                .setDateOfBirth("1980-03-31")
                .setRecordNumber(FIRST_RECORD)
                .build();
        return CertificateRequestMessage.newBuilder()
                .setId(registration.getRequestId())
                .setSource(SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setIssue(registration)
                .build();
    }

    /** A move within the municipality, which ends the signing certificate. */
    static ResidentChangeMessage moved(String holderId, int recordNumber) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var yesterday = LocalDate.now(TOKYO).minusDays(1);
        var change = ResidentChange.newBuilder()
                .setEventId("moved-" + holderId + "-" + recordNumber)
                .setHolderId(holderId)
                .setMunicipality(MUNICIPALITY)
                .setRecordNumber(recordNumber)
                .setReason(ChangeReason.MOVED_WITHIN_MUNICIPALITY)
                .setChanged(List.of(ChangedAttribute.ADDRESS))
                .setEventDate(yesterday)
                .setNotifiedDate(yesterday)
                .setProcessedDate(yesterday)
                .build();
        return ResidentChangeMessage.newBuilder()
                .setId(change.getEventId())
                .setSource(SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setChange(change)
                .build();
    }

    static String mailOf(String holderId) {
        return holderId + "@example.jp";
    }

    static ContactPoint contact(String holderId) {
        return ContactPoint.newBuilder()
                .setHolderId(holderId)
                .setMail(mailOf(holderId))
                .setLanguage(Language.JA)
                .setChannel(Channel.MAIL)
                .build();
    }
}
