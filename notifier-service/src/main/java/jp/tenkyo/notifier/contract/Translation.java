package jp.tenkyo.notifier.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticePlanned;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.notifier.core.Notice;

/** Generated records to and from the notifier's own types. Takes complete messages alone: exactly one body is set. */
final class Translation {

    static final String SOURCE = "/tenkyo/notifier-service";

    private Translation() {}

    static String holderOf(NoticeMessage message) {
        var planned = message.getPlanned();
        return planned == null ? requireNonNull(message.getWithdrawn()).getHolderId() : planned.getHolderId();
    }

    static String holderOf(NoticeDeliveryMessage message) {
        return requireNonNull(message.getDelivery()).getHolderId();
    }

    static Inbound notice(NoticeMessage message, String holderId) {
        var planned = message.getPlanned();
        if (planned != null) {
            return new Inbound.Planned(notice(planned));
        }
        var withdrawn = requireNonNull(message.getWithdrawn());
        return new Inbound.Withdrawn(withdrawn.getNoticeId(), holderId, withdrawn.getReason());
    }

    private static Notice notice(NoticePlanned planned) {
        return new Notice(
                planned.getNoticeId(),
                planned.getHolderId(),
                planned.getCarrier(),
                planned.getStage(),
                planned.getDueOn(),
                planned.getMunicipality(),
                planned.getCertificates().stream().map(Translation::certificate).toList(),
                planned.getChangeReason(),
                Set.copyOf(planned.getChanged()),
                planned.getCause());
    }

    private static Notice.Certificate certificate(NoticedCertificate certificate) {
        return new Notice.Certificate(certificate.getKind(), certificate.getNotAfter());
    }

    static Inbound delivered(NoticeDeliveryMessage message, String holderId) {
        var delivery = requireNonNull(message.getDelivery());
        return new Inbound.Delivered(new Delivery(
                delivery.getNoticeId(),
                holderId,
                delivery.getOutcome(),
                delivery.getAttempt(),
                delivery.getDetail(),
                message.getOccurredAt()));
    }

    static Inbound contactPoint(jp.tenkyo.avro.ContactPoint contact, String holderId) {
        var postal = contact.getPostal();
        return new Inbound.ContactKnown(
                holderId,
                new ContactPoint(
                        contact.getMail(),
                        postal == null
                                ? null
                                : new ContactPoint.Postal(postal.getPostcode(), List.copyOf(postal.getLines())),
                        contact.getLanguage(),
                        contact.getChannel()));
    }

    static NoticeDeliveryMessage message(Delivery delivery) {
        Instant at = delivery.at();
        return NoticeDeliveryMessage.newBuilder()
                .setId(id(delivery))
                .setSource(SOURCE)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setDelivery(NoticeDelivery.newBuilder()
                        .setNoticeId(delivery.noticeId())
                        .setHolderId(delivery.holderId())
                        .setOutcome(delivery.outcome())
                        .setAttempt(delivery.attempt())
                        .setDetail(delivery.detail())
                        .build())
                .build();
    }

    /** Derived, so that a delivery recorded twice is seen to be one. */
    static String id(Delivery delivery) {
        return delivery.noticeId() + "/" + delivery.attempt() + "/" + delivery.outcome();
    }
}
