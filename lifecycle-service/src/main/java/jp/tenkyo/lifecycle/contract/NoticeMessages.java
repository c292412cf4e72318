package jp.tenkyo.lifecycle.contract;

import java.util.Set;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticePlanned;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.NoticeWithdrawn;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.avro.WithdrawalReason;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.RevocationGround;

/** What holders have to be told, and what no longer, as the notifier reads it. */
public final class NoticeMessages {

    private NoticeMessages() {}

    /** A notice that a holder has to be told. */
    public static NoticeMessage planned(Notice notice, Holder holder, Outputs.Context context) {
        var certificates = notice.certificates().stream()
                .map(id -> holder.certificate(id).orElseThrow())
                .toList();
        return notice(notice.id() + "/" + certificates.size(), context)
                .setPlanned(NoticePlanned.newBuilder()
                        .setNoticeId(notice.id())
                        .setHolderId(holder.id())
                        .setCarrier(Outputs.carrier(notice.carrier()))
                        .setStage(NoticeStage.valueOf(notice.stage().name()))
                        .setDueOn(notice.dueOn())
                        .setMunicipality(certificates.getFirst().municipality())
                        .setCertificates(certificates.stream()
                                .map(one ->
                                        new NoticedCertificate(one.id().toString(), Outputs.kind(one), one.notAfter()))
                                .toList())
                        .setCause(notice.cause().map(NoticeMessages::cause).orElse(null))
                        .setChangeReason(
                                notice.ground().map(Outputs::changeReason).orElse(null))
                        .setChanged(notice.ground().map(RevocationGround::changed).orElse(Set.of()).stream()
                                .map(attribute -> ChangedAttribute.valueOf(attribute.name()))
                                .toList())
                        .build())
                .build();
    }

    /** A planned notice that must not be sent any more. */
    public static NoticeMessage withdrawn(Event.NoticeWithdrawn withdrawn, String holderId, Outputs.Context context) {
        return notice(withdrawn.noticeId() + "/withdrawn", context)
                .setWithdrawn(new NoticeWithdrawn(
                        withdrawn.noticeId(),
                        holderId,
                        WithdrawalReason.valueOf(withdrawn.reason().name())))
                .build();
    }

    private static NoticeMessage.Builder notice(String id, Outputs.Context context) {
        return NoticeMessage.newBuilder()
                .setId(id)
                .setSource(Outputs.SOURCE)
                .setOccurredAt(context.occurredAt())
                .setRecordedAt(context.recordedAt());
    }

    /** Those that no holder is told of are never a notice's cause. */
    private static EndingCause cause(jp.tenkyo.lifecycle.core.EndingCause cause) {
        return EndingCause.valueOf(cause.name());
    }
}
