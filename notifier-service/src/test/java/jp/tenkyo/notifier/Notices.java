package jp.tenkyo.notifier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** Notices that tests speak of. */
public final class Notices {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 22);

    private Notices() {}

    public static Notice revokedBy(@Nullable ChangeReason reason, ChangedAttribute... changed) {
        return new Notice(
                "h-1/CARD/SIGNING_REVOKED/2026-11-22/c-1/2",
                "h-1",
                Carrier.CARD,
                NoticeStage.SIGNING_REVOKED,
                DUE,
                "012246",
                List.of(certificate(CertificateKind.SIGNING, LocalDate.of(2030, 2, 17))),
                reason,
                Set.of(changed),
                null);
    }

    public static Notice at(NoticeStage stage, Carrier carrier, Notice.Certificate... certificates) {
        return new Notice(
                "h-1/" + carrier + "/" + stage + "/2026-11-22",
                "h-1",
                carrier,
                stage,
                DUE,
                "012246",
                List.of(certificates),
                null,
                Set.of(),
                null);
    }

    public static Notice with(Notice notice, Carrier carrier) {
        return new Notice(
                notice.noticeId(),
                notice.holderId(),
                carrier,
                notice.stage(),
                notice.dueOn(),
                notice.municipality(),
                notice.certificates(),
                notice.changeReason(),
                notice.changed(),
                notice.cause());
    }

    public static Notice named(String holderId, String noticeId, Notice notice) {
        return new Notice(
                noticeId,
                holderId,
                notice.carrier(),
                notice.stage(),
                notice.dueOn(),
                notice.municipality(),
                notice.certificates(),
                notice.changeReason(),
                notice.changed(),
                notice.cause());
    }

    static Notice touching(Notice notice, ChangedAttribute... changed) {
        return new Notice(
                notice.noticeId(),
                notice.holderId(),
                notice.carrier(),
                notice.stage(),
                notice.dueOn(),
                notice.municipality(),
                notice.certificates(),
                notice.changeReason(),
                Set.of(changed),
                notice.cause());
    }

    /** Of 2026-11-22, with the certificates that ended or are on hold. */
    public static Notice because(
            @Nullable EndingCause cause, NoticeStage stage, Carrier carrier, Notice.Certificate... certificates) {
        return because(cause, null, at(stage, carrier, certificates));
    }

    public static Notice because(@Nullable EndingCause cause, @Nullable ChangeReason reason, Notice notice) {
        return new Notice(
                notice.noticeId(),
                notice.holderId(),
                notice.carrier(),
                notice.stage(),
                notice.dueOn(),
                notice.municipality(),
                notice.certificates(),
                reason,
                notice.changed(),
                cause);
    }

    public static Notice.Certificate certificate(CertificateKind kind, LocalDate lastDay) {
        return new Notice.Certificate(kind, endOf(lastDay));
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59))
                .atZone(ZoneId.of("Asia/Tokyo"))
                .toInstant();
    }
}
