package jp.tenkyo.quickstart.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Finding;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.avro.NoticePlanned;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import org.jspecify.annotations.Nullable;

/** What stands on the topics. Records of one key come in their order. */
public final class YearFacts {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Map<String, List<Status>> statuses = new HashMap<>();
    private final Map<String, List<Decided>> outcomes = new HashMap<>();
    private final List<Revoked> revocations = new ArrayList<>();
    private final Map<String, Planned> notices = new HashMap<>();
    private final Map<String, Instant> lastPlannedFor = new HashMap<>();
    private final Map<String, List<Sent>> sent = new HashMap<>();
    private final Map<DeliveryOutcome, Integer> deliveries = new TreeMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, Integer> deadLetters = new TreeMap<>();

    /** @param on Tokyo date of the business instant */
    record Status(
            int version,
            CertificateState state,
            @Nullable RevocationReason reason,
            LocalDate on,
            CertificateKind kind,
            Carrier carrier) {}

    /** @param writtenAt when it was written, by the machine's clock, as of all that the topics keep */
    record Decided(Outcome outcome, String type, Set<String> findings, LocalDate on, Instant writtenAt) {}

    /** @param cause kind of change, or what else it was */
    record Revoked(String certificateId, CertificateKind kind, String cause, LocalDate on) {}

    /** @param certificateIds all that were ever named in it */
    record Planned(String holderId, NoticeStage stage, LocalDate dueOn, LocalDate on, Set<String> certificateIds) {}

    record Sent(String noticeId, Instant at) {}

    void see(CertificateStatus status) {
        statuses.computeIfAbsent(status.getCertificateId(), _ -> new ArrayList<>(2))
                .add(new Status(
                        status.getVersion(),
                        status.getStatus(),
                        status.getReason(),
                        dateOf(status.getRecordedAt()),
                        status.getKind(),
                        status.getCarrier()));
    }

    void see(InputDecided decided, Instant writtenAt) {
        var codes = new HashSet<String>();
        for (Finding finding : decided.getFindings()) {
            codes.add(finding.getCode());
        }
        outcomes.computeIfAbsent(decided.getInputId(), _ -> new ArrayList<>(1))
                .add(new Decided(
                        decided.getOutcome(),
                        decided.getInputType(),
                        codes,
                        dateOf(decided.getRecordedAt()),
                        writtenAt));
    }

    void seeRevoked(String certificateId, CertificateKind kind, String cause, Instant recordedAt) {
        revocations.add(new Revoked(certificateId, kind, cause, dateOf(recordedAt)));
    }

    void see(NoticePlanned planned, Instant recordedAt, Instant writtenAt) {
        var ids = new HashSet<String>();
        for (NoticedCertificate certificate : planned.getCertificates()) {
            ids.add(certificate.getCertificateId());
        }
        var first = notices.putIfAbsent(
                planned.getNoticeId(),
                new Planned(planned.getHolderId(), planned.getStage(), planned.getDueOn(), dateOf(recordedAt), ids));
        if (first != null) {
            first.certificateIds().addAll(ids);
        }
        lastPlannedFor.merge(planned.getHolderId(), writtenAt, YearFacts::later);
    }

    void see(NoticeDelivery delivery, Instant at) {
        deliveries.merge(delivery.getOutcome(), 1, Integer::sum);
        if (delivery.getOutcome() != DeliveryOutcome.RETRYING) {
            settled.add(delivery.getNoticeId());
        }
        if (delivery.getOutcome() == DeliveryOutcome.SENT) {
            sent.computeIfAbsent(delivery.getHolderId(), _ -> new ArrayList<>(1))
                    .add(new Sent(delivery.getNoticeId(), at));
        }
    }

    void seeDeadLetter(String topic) {
        deadLetters.merge(topic, 1, Integer::sum);
    }

    Map<String, List<Status>> statuses() {
        return statuses;
    }

    Map<String, List<Decided>> outcomes() {
        return outcomes;
    }

    List<Revoked> revocations() {
        return revocations;
    }

    Map<String, Planned> notices() {
        return notices;
    }

    Set<String> settled() {
        return settled;
    }

    /** When something was last planned for a holder. */
    @Nullable
    Instant lastPlannedFor(String holderId) {
        return lastPlannedFor.get(holderId);
    }

    List<Sent> sentTo(String holderId) {
        return sent.getOrDefault(holderId, List.of());
    }

    Map<DeliveryOutcome, Integer> deliveries() {
        return deliveries;
    }

    Map<String, Integer> deadLetters() {
        return deadLetters;
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, TOKYO);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
