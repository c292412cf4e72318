package jp.tenkyo.quickstart.counts;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts of what went through the topics, each under a name such as {@code status.GOOD}. One thread adds, any may look.
 *
 * <p>Names: {@code records.TOPIC}, {@code decided.TOPIC}, {@code outcome.OUTCOME}, {@code status.STATE},
 * {@code revoked.REASON}, {@code notice.STAGE.planned}, {@code notice.STAGE.withdrawn}, {@code notice.STAGE.OUTCOME},
 * and {@code dead-letters}; and the sums {@code decided}, {@code revoked}, {@code certificates} and {@code planned}.
 */
public final class Tally {

    private static final String UNKNOWN = "UNKNOWN";
    private static final int STAGE_PART = 2;

    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final Map<String, CertificateState> states = new ConcurrentHashMap<>();
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String revokedHolder;

    /** Counts one record; the value is null for dead letters and for what cannot be read. */
    void add(Topic topic, @Nullable SpecificRecord value) {
        add("records." + topic.topicName(), 1);
        if (topic.holdsDeadLetters()) {
            add("dead-letters", 1);
        }
        switch (value) {
            case CertificateEventMessage event -> addEvent(event);
            case CertificateStatus status -> addStatus(status);
            case NoticeMessage notice -> addNotice(notice);
            case NoticeDeliveryMessage delivery -> addDelivery(delivery);
            case null, default -> {}
        }
    }

    /** A copy of all counts that are not 0, by name. */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Inputs of a topic that have their outcome: one that was decided, or the dead letter of one that cannot be. */
    public long outcomesOf(Topic input) {
        return count("decided." + input.topicName())
                + count("records." + input.deadLetters().topicName());
    }

    /** Notices that were planned and have no end yet. */
    int noticesUnsettled() {
        return unsettled.size();
    }

    /** A holder whose certificate was revoked, to be looked at as an example. */
    public @Nullable String revokedHolder() {
        return revokedHolder;
    }

    private void addEvent(CertificateEventMessage event) {
        var decided = event.getInputDecided();
        if (decided != null) {
            addDecided(decided);
        }
        var revoked = event.getCertificateRevoked();
        if (revoked != null) {
            add("revoked", 1);
            add("revoked." + revoked.getReason(), 1);
            revokedHolder = event.getHolderId();
        }
    }

    private void addDecided(InputDecided decided) {
        add("decided", 1);
        add("decided." + decided.getInputTopic(), 1);
        add("outcome." + decided.getOutcome(), 1);
    }

    private void addStatus(CertificateStatus status) {
        var before = states.put(status.getCertificateId(), status.getStatus());
        if (before == null) {
            add("certificates", 1);
        } else {
            add("status." + before, -1);
        }
        add("status." + status.getStatus(), 1);
    }

    private void addNotice(NoticeMessage notice) {
        var planned = notice.getPlanned();
        if (planned != null) {
            add("planned", 1);
            // The end may be read before its plan: they lie on two topics.
            if (!settled.contains(planned.getNoticeId())) {
                unsettled.add(planned.getNoticeId());
            }
            add("notice." + planned.getStage() + ".planned", 1);
        }
        var withdrawn = notice.getWithdrawn();
        if (withdrawn != null) {
            add("notice." + stageOf(withdrawn.getNoticeId()) + ".withdrawn", 1);
        }
    }

    private void addDelivery(NoticeDeliveryMessage message) {
        var delivery = message.getDelivery();
        if (delivery != null) {
            add("notice." + stageOf(delivery.getNoticeId()) + "." + delivery.getOutcome(), 1);
            add("delivery." + delivery.getOutcome(), 1);
            if (delivery.getOutcome() != DeliveryOutcome.RETRYING) {
                settled.add(delivery.getNoticeId());
                unsettled.remove(delivery.getNoticeId());
            }
        }
    }

    /** A notice id is holderId/CARRIER/STAGE/dueOn, and more; a holderId has no slash. */
    private static String stageOf(String noticeId) {
        var parts = noticeId.split("/", -1);
        return parts.length > STAGE_PART ? parts[STAGE_PART] : UNKNOWN;
    }

    private void add(String name, long more) {
        counts.merge(name, more, Long::sum);
    }
}
