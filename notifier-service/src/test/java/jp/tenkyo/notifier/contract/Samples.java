package jp.tenkyo.notifier.contract;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticePlanned;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.NoticeWithdrawn;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.avro.WithdrawalReason;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.notifier.core.Notice;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;

/** Messages of the contracts, as others send them. */
public final class Samples {

    public static final Instant PLANNED_AT = Instant.parse("2026-11-22T00:00:00Z");

    private Samples() {}

    /** Registers what the codecs write: schemas without Java's own properties. */
    public static void register(SchemaRegistryClient client) {
        for (var topic : Topic.withSchema()) {
            try {
                client.register(
                        topic.subject(), SchemaRegistry.portable(topic.schema().orElseThrow()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RestClientException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static NoticeMessage planned(String holderId, String noticeId) {
        return planned(holderId, noticeId, ChangeReason.MOVED_WITHIN_MUNICIPALITY);
    }

    public static NoticeMessage planned(String holderId, String noticeId, ChangeReason reason) {
        return notice(noticeId)
                .setPlanned(NoticePlanned.newBuilder()
                        .setNoticeId(noticeId)
                        .setHolderId(holderId)
                        .setCarrier(Carrier.CARD)
                        .setStage(NoticeStage.SIGNING_REVOKED)
                        .setDueOn(LocalDate.of(2026, 11, 22))
                        .setMunicipality("012246")
                        .setCertificates(List.of(NoticedCertificate.newBuilder()
                                .setCertificateId("c-1")
                                .setKind(CertificateKind.SIGNING)
                                .setNotAfter(Instant.parse("2030-02-17T14:59:59Z"))
                                .build()))
                        .setChangeReason(reason)
                        .build())
                .build();
    }

    public static NoticeMessage planned(Notice notice) {
        return notice(notice.noticeId())
                .setPlanned(NoticePlanned.newBuilder()
                        .setNoticeId(notice.noticeId())
                        .setHolderId(notice.holderId())
                        .setCarrier(notice.carrier())
                        .setStage(notice.stage())
                        .setDueOn(notice.dueOn())
                        .setMunicipality(notice.municipality())
                        .setCertificates(notice.certificates().stream()
                                .map(certificate -> NoticedCertificate.newBuilder()
                                        .setCertificateId("c-" + certificate.kind())
                                        .setKind(certificate.kind())
                                        .setNotAfter(certificate.notAfter())
                                        .build())
                                .toList())
                        .setChangeReason(notice.changeReason())
                        .setChanged(List.copyOf(notice.changed()))
                        .setCause(notice.cause())
                        .build())
                .build();
    }

    public static NoticeMessage withdrawn(String holderId, String noticeId) {
        return notice(noticeId + "/withdrawn")
                .setWithdrawn(NoticeWithdrawn.newBuilder()
                        .setNoticeId(noticeId)
                        .setHolderId(holderId)
                        .setReason(WithdrawalReason.HOLDER_DIED)
                        .build())
                .build();
    }

    private static NoticeMessage.Builder notice(String id) {
        return NoticeMessage.newBuilder()
                .setId(id)
                .setSource("/tenkyo/lifecycle-service")
                .setOccurredAt(PLANNED_AT)
                .setRecordedAt(PLANNED_AT);
    }

    public static NoticeDeliveryMessage delivered(
            String holderId, String noticeId, DeliveryOutcome outcome, int attempt, Instant at) {
        return Translation.message(new Delivery(noticeId, holderId, outcome, attempt, "451", at));
    }

    public static ContactPoint mailTo(String holderId, String address) {
        return mailTo(holderId, address, Language.JA);
    }

    public static ContactPoint mailTo(String holderId, String address, Language language) {
        return ContactPoint.newBuilder()
                .setHolderId(holderId)
                .setMail(address)
                .setLanguage(language)
                .setChannel(Channel.MAIL)
                .build();
    }
}
