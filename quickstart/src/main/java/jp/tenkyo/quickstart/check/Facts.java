package jp.tenkyo.quickstart.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Finding;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.schemas.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What was seen on the topics, record by record in the order of their partitions. No input or output here: whoever
 * reads the topics tells, and tests tell what they like.
 */
final class Facts {

    private static final Set<String> INPUTS =
            Set.of(Topic.RESIDENT_CHANGES.topicName(), Topic.CERTIFICATE_REQUESTS.topicName());

    private final Map<String, Standing> certificates = new HashMap<>();
    private final Map<String, Instant> registeredAt = new HashMap<>();
    private final Map<String, List<Decision>> decisions = new HashMap<>();
    private final Map<String, Notice> notices = new LinkedHashMap<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private final Map<String, Long> deadLetters = new HashMap<>();

    void see(CertificateStatus status) {
        certificates.merge(
                status.getCertificateId(),
                new Standing(status.getStatus(), status.getReason(), status.getVersion(), status.getVersion() == 1),
                (before, now) -> new Standing(
                        now.state(),
                        now.reason(),
                        now.version(),
                        before.steady() && now.version() == before.version() + 1));
    }

    void see(CertificateEventMessage event) {
        var registered = event.getCertificateRegistered();
        if (registered != null) {
            registeredAt.putIfAbsent(registered.getCertificateId(), event.getRecordedAt());
        }
        var decided = event.getInputDecided();
        if (decided != null && INPUTS.contains(decided.getInputTopic())) {
            decisions
                    .computeIfAbsent(decided.getInputId(), id -> new ArrayList<>(1))
                    .add(decision(decided));
        }
    }

    void see(NoticeMessage message) {
        var planned = message.getPlanned();
        if (planned != null) {
            var certificateIds = planned.getCertificates().stream()
                    .map(NoticedCertificate::getCertificateId)
                    .collect(Collectors.toUnmodifiableSet());
            notices.merge(
                    planned.getNoticeId(),
                    new Notice(
                            planned.getHolderId(),
                            planned.getCarrier(),
                            planned.getStage(),
                            certificateIds,
                            message.getRecordedAt()),
                    Notice::replacedBy);
        }
    }

    void see(NoticeDeliveryMessage message) {
        var delivery = message.getDelivery();
        if (delivery != null) {
            attempts.computeIfAbsent(delivery.getNoticeId(), id -> new ArrayList<>(1))
                    .add(new Attempt(delivery.getOutcome(), message.getRecordedAt()));
        }
    }

    void seeDeadLetter(String topic, String cause) {
        deadLetters.merge(topic + ": " + cause, 1L, Long::sum);
    }

    Map<String, Standing> certificates() {
        return certificates;
    }

    /** When a certificate was registered, by certificate; null where it was not. */
    @Nullable
    Instant registeredAt(String certificateId) {
        return registeredAt.get(certificateId);
    }

    /** The decisions on inputs of the two input topics, by id of the input, in their order. */
    Map<String, List<Decision>> decisions() {
        return decisions;
    }

    Map<String, Notice> notices() {
        return notices;
    }

    Map<String, List<Attempt>> attempts() {
        return attempts;
    }

    /** Number of dead letters by topic and cause. */
    Map<String, Long> deadLetters() {
        return deadLetters;
    }

    private static Decision decision(InputDecided decided) {
        return new Decision(
                decided.getOutcome(),
                decided.getCode(),
                decided.getFindings().stream().map(Finding::getCode).collect(Collectors.toUnmodifiableSet()),
                decided.getRecordedAt());
    }

    /** @param steady whether the versions began with 1 and rose by one each time */
    record Standing(CertificateState state, @Nullable RevocationReason reason, int version, boolean steady) {}

    record Decision(Outcome outcome, String code, Set<String> findings, Instant recordedAt) {}

    /** @param plannedAt when it was planned first; a later plan of the same id takes its place */
    record Notice(String holderId, Carrier carrier, NoticeStage stage, Set<String> certificateIds, Instant plannedAt) {

        private Notice replacedBy(Notice later) {
            return new Notice(later.holderId, later.carrier, later.stage, later.certificateIds, plannedAt);
        }
    }

    record Attempt(DeliveryOutcome outcome, Instant recordedAt) {

        boolean isFinal() {
            return outcome != DeliveryOutcome.RETRYING;
        }
    }
}
