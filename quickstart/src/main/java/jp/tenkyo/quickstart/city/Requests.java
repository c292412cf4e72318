package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.quickstart.city.Group.FollowUp;

/** What the CA reports: the certificates held before the day, and those made at the counter after a change. */
final class Requests {

    private static final String SOURCE = "/tenkyo/quickstart/city";
    private static final int SLOTS = 8;
    private static final int NEW_AUTHENTICATION = 4;
    private static final int NEW_SIGNING = 5;

    /** The counter's first seconds of the day stand for now: never in the future, after all earlier certificates. */
    private static final int NEW_AT_SECOND = 1;

    private final CitySettings settings;

    Requests(CitySettings settings) {
        this.settings = settings;
    }

    static String requestId(Holder holder, Certificate certificate) {
        return "made-" + holder.holderId() + "-" + certificate.slot();
    }

    /** The certificates made on the day, in that order. */
    List<Certificate> made(Holder holder) {
        return switch (holder.group().followUp()) {
            case NOTHING -> List.of();
            case REISSUE -> List.of(reissued(holder));
            case RENEW -> renewed(holder);
        };
    }

    /** Made from the record that the change has made; lasts no longer than the authentication certificate. */
    private Certificate reissued(Holder holder) {
        var authentication = holder.authentication();
        var number = Rows.numberOf(holder, holder.group().rows().getFirst());
        var lastDay = Validity.earlier(
                Validity.issued(holder.birth(), settings.today()),
                Validity.earlier(authentication.lastDay(), authentication.cardExpiresOn()));
        return made(holder, CertificateKind.SIGNING, NEW_SIGNING, number, lastDay);
    }

    /** Sixth birthday, but never longer than the card. */
    private List<Certificate> renewed(Holder holder) {
        var lastDay = Validity.earlier(
                Validity.renewed(holder.birth(), settings.today()),
                holder.authentication().cardExpiresOn());
        return List.of(
                made(holder, CertificateKind.AUTHENTICATION, NEW_AUTHENTICATION, holder.recordNumber(), lastDay),
                made(holder, CertificateKind.SIGNING, NEW_SIGNING, holder.recordNumber(), lastDay));
    }

    private Certificate made(Holder holder, CertificateKind kind, int slot, int number, LocalDate lastDay) {
        var notBefore = today().plusSeconds(NEW_AT_SECOND + slot);
        return new Certificate(
                Carrier.CARD,
                kind,
                slot,
                settings.issuers().keyIdOf(kind, notBefore),
                Issuers.serial((long) holder.index() * SLOTS + slot),
                Places.CHITOSE,
                number,
                notBefore,
                lastDay,
                holder.authentication().cardExpiresOn());
    }

    Keyed<CertificateRequestMessage> message(Holder holder, Certificate certificate) {
        var registration = registration(holder, certificate);
        var renews = holder.group().followUp() == FollowUp.RENEW && certificate.slot() >= NEW_AUTHENTICATION;
        var message = CertificateRequestMessage.newBuilder()
                .setId(registration.getRequestId())
                .setSource(SOURCE)
                .setOccurredAt(certificate.notBefore())
                .setRecordedAt(today());
        return new Keyed<>(
                holder.holderId(),
                renews
                        ? message.setRenew(registration).build()
                        : message.setIssue(registration).build());
    }

    private static CertificateRegistration registration(Holder holder, Certificate certificate) {
        return CertificateRegistration.newBuilder()
                .setRequestId(requestId(holder, certificate))
                .setHolderId(holder.holderId())
                .setMunicipality(certificate.municipality())
                .setCarrier(certificate.carrier())
                .setKind(certificate.kind())
                .setIssuerKeyId(certificate.issuerKeyId())
                .setSerial(certificate.serial())
                .setNotBefore(certificate.notBefore())
                .setNotAfter(certificate.notAfter())
                .setDateOfBirth(holder.dateOfBirth())
                .setCardExpiresOn(certificate.cardExpiresOn())
                .setRecordNumber(certificate.recordNumber())
                .build();
    }

    private Instant today() {
        return settings.today().atStartOfDay(Places.TOKYO).toInstant();
    }
}
