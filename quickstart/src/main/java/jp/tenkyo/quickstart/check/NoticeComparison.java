package jp.tenkyo.quickstart.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.quickstart.city.Expected;
import jp.tenkyo.quickstart.city.Truth;
import org.jspecify.annotations.Nullable;

/** Compares what holders were told with what they must be told. */
record NoticeComparison(Truth truth, Facts facts, List<Mail> mails, Findings findings) {

    /** A mail that was on its way when the death was decided. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private static final String BY_NOBODY = "no row asks for it";

    void compare() {
        var deaths = truth.deaths();
        var planned = plannedByOccasion();
        truth.notices().forEach(expected -> compare(expected, planned.remove(Occasion.of(expected))));
        planned.forEach((occasion, noticeIds) -> {
            var death = deaths.get(occasion.holderId());
            if (death == null) {
                findings.differs(
                        Aspect.NOTICES,
                        noticeIds.toString(),
                        "no notice",
                        occasion.stage().name(),
                        BY_NOBODY);
            }
        });
        deaths.forEach(this::compareDeath);
        compareDeliveries();
        compareMails();
    }

    private Map<Occasion, List<String>> plannedByOccasion() {
        var planned = new HashMap<Occasion, List<String>>();
        facts.notices()
                .forEach((noticeId, notice) -> planned.computeIfAbsent(Occasion.of(notice), same -> new ArrayList<>())
                        .add(noticeId));
        return planned;
    }

    private void compare(Expected.OfNotice expected, @Nullable List<String> found) {
        findings.looked(Aspect.NOTICES);
        var noticeIds = found == null ? List.<String>of() : found;
        var min = isDue(expected) ? expected.min() : 0;
        var max = isDue(expected) ? expected.max() : 0;
        if (noticeIds.size() < min || noticeIds.size() > max) {
            differs(expected, min == max ? min + " planned" : min + " to " + max + " planned", noticeIds.toString());
        }
        for (var noticeId : noticeIds) {
            compareCertificates(expected, noticeId);
            compareOutcome(expected, noticeId);
        }
    }

    /** A reminder whose time had passed when its certificate was registered is not sent. */
    private boolean isDue(Expected.OfNotice expected) {
        return !expected.isReminder()
                || expected.certificateIds().stream().anyMatch(id -> {
                    var registered = facts.registeredAt(id);
                    return registered == null || registered.isBefore(truth.remindersAt());
                });
    }

    private void compareCertificates(Expected.OfNotice expected, String noticeId) {
        var notice = facts.notices().get(noticeId);
        if (expected.isReminder()
                && notice != null
                && !notice.certificateIds().equals(new HashSet<>(expected.certificateIds()))) {
            differs(
                    expected,
                    expected.certificateIds().toString(),
                    notice.certificateIds().toString());
        }
    }

    private void compareOutcome(Expected.OfNotice expected, String noticeId) {
        var ends = ends(noticeId);
        if (!ends.isEmpty() && !ends.contains(expected.outcome())) {
            findings.differs(
                    Aspect.DELIVERIES, noticeId, expected.outcome().name(), ends.toString(), expected.because());
        }
    }

    private void differs(Expected.OfNotice expected, String must, String found) {
        var subject = expected.holderId() + "/" + expected.carrier() + "/" + expected.stage();
        findings.differs(Aspect.NOTICES, subject, must, found, expected.because());
    }

    private void compareDeath(String holderId, String eventId) {
        findings.looked(Aspect.DEATHS);
        var decisions = facts.decisions().getOrDefault(eventId, List.of());
        if (decisions.isEmpty()) {
            return;
        }
        var diedAt = decisions.getFirst().recordedAt();
        facts.notices().forEach((noticeId, notice) -> {
            if (notice.holderId().equals(holderId) && isAfter(noticeId, notice, diedAt)) {
                findings.differs(Aspect.DEATHS, noticeId, "nothing after " + diedAt, "planned or sent", eventId);
            }
        });
    }

    private boolean isAfter(String noticeId, Facts.Notice notice, Instant diedAt) {
        return !notice.plannedAt().isBefore(diedAt)
                || facts.attempts().getOrDefault(noticeId, List.of()).stream()
                        .filter(attempt -> attempt.outcome() == DeliveryOutcome.SENT)
                        .anyMatch(attempt -> attempt.recordedAt().isAfter(diedAt.plus(ON_ITS_WAY)));
    }

    private void compareDeliveries() {
        for (var noticeId : facts.notices().keySet()) {
            findings.looked(Aspect.DELIVERIES);
            var ends = ends(noticeId);
            if (ends.size() != 1) {
                findings.differs(Aspect.DELIVERIES, noticeId, "one outcome", ends.toString(), "every notice ends once");
            }
        }
        facts.attempts().keySet().stream()
                .filter(noticeId -> !facts.notices().containsKey(noticeId))
                .forEach(noticeId ->
                        findings.differs(Aspect.DELIVERIES, noticeId, "a planned notice", "none", BY_NOBODY));
    }

    private List<DeliveryOutcome> ends(String noticeId) {
        return facts.attempts().getOrDefault(noticeId, List.of()).stream()
                .filter(Facts.Attempt::isFinal)
                .map(Facts.Attempt::outcome)
                .toList();
    }

    private void compareMails() {
        var taken = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        for (var mail : mails) {
            findings.looked(Aspect.MAILS);
            taken.merge(mail.recipient(), 1, Integer::sum);
            if (!seen.add(mail.messageId())) {
                findings.differs(Aspect.MAILS, mail.messageId(), "once", "again", "a notice is sent once");
            }
        }
        sentByMailbox().forEach((mailbox, sent) -> {
            var mailed = taken.remove(mailbox);
            if (!sent.equals(mailed)) {
                findings.differs(
                        Aspect.MAILS,
                        mailbox,
                        sent + " sent",
                        (mailed == null ? 0 : mailed) + " taken",
                        "outcome SENT");
            }
        });
        taken.keySet().forEach(mailbox -> findings.differs(Aspect.MAILS, mailbox, "no mail", "a mail", BY_NOBODY));
    }

    private Map<String, Integer> sentByMailbox() {
        var sent = new HashMap<String, Integer>();
        facts.notices().forEach((noticeId, notice) -> {
            if (ends(noticeId).contains(DeliveryOutcome.SENT)) {
                sent.merge(Truth.mailOf(notice.holderId()), 1, Integer::sum);
            }
        });
        return sent;
    }

    /** What a notice is about, whatever its id. */
    private record Occasion(String holderId, Carrier carrier, NoticeStage stage) {

        static Occasion of(Expected.OfNotice expected) {
            return new Occasion(expected.holderId(), expected.carrier(), expected.stage());
        }

        static Occasion of(Facts.Notice notice) {
            return new Occasion(notice.holderId(), notice.carrier(), notice.stage());
        }
    }
}
