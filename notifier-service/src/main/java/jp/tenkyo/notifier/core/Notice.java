package jp.tenkyo.notifier.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.avro.NoticeStage;
import org.jspecify.annotations.Nullable;

/**
 * What a holder has to be told: one notice for all certificates of a carrier at one stage.
 *
 * @param noticeId stable name; a mail's Message-ID derives from it
 * @param municipality six digits with the check digit
 * @param changeReason kind of resident-record change that revoked; null where another ground did, or at other stages
 * @param changed attributes that the change touched
 * @param cause why the certificates ended or are on hold; null at other stages, and in notices planned before causes
 *     were told
 */
public record Notice(
        String noticeId,
        String holderId,
        Carrier carrier,
        NoticeStage stage,
        LocalDate dueOn,
        String municipality,
        List<Certificate> certificates,
        @Nullable ChangeReason changeReason,
        Set<ChangedAttribute> changed,
        @Nullable EndingCause cause) {

    /** Certificates end at 23:59:59 of this zone. */
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    public Notice {
        certificates = List.copyOf(certificates);
        changed = Set.copyOf(changed);
    }

    public boolean names(CertificateKind kind) {
        return certificates.stream().anyMatch(certificate -> certificate.kind() == kind);
    }

    /** Whether a change of the resident record is why, which is what a notice without a cause says too. */
    public boolean byResidentChange() {
        return cause == null || cause == EndingCause.RESIDENT_CHANGE;
    }

    /** @param notAfter last instant of validity */
    public record Certificate(CertificateKind kind, Instant notAfter) {

        /** The last valid day. */
        public LocalDate lastDay() {
            return LocalDate.ofInstant(notAfter, TOKYO);
        }
    }
}
