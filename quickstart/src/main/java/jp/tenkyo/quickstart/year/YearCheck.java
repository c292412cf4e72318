package jp.tenkyo.quickstart.year;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.quickstart.city.Reminder;
import jp.tenkyo.quickstart.city.Turn;
import jp.tenkyo.quickstart.city.YearTruth;

/** Holds what stands on the topics against what the rules make of the year's inputs. */
public final class YearCheck {

    private static final Set<NoticeStage> REMINDERS = Set.of(
            NoticeStage.WINDOW_OPENED, NoticeStage.ONE_MONTH_LEFT, NoticeStage.ONE_WEEK_LEFT, NoticeStage.EXPIRED);

    private final YearTruth truth;
    private final YearFacts facts;

    public YearCheck(YearTruth truth, YearFacts facts) {
        this.truth = truth;
        this.facts = facts;
    }

    /** @param mails Message-IDs of all mails that arrived, in any order */
    public List<Invariant> all(List<String> mails) {
        return List.of(
                endedStaysEnded(),
                versionsRiseByOne(),
                oneOutcomeForEveryInput(),
                noSigningCertificateIsGoodAfterAChange(),
                everyCertificateTurnsAsTheRulesSay(),
                remindersOnceOnTheRightDay(),
                nobodyIsToldAfterDeath(),
                everyNoticeIsSettledAndMailedOnce(mails),
                nothingIsRefusedOrUnreadable());
    }

    private Invariant endedStaysEnded() {
        var invariant = new Invariant("an ended certificate stays ended");
        facts.statuses().forEach((id, statuses) -> {
            for (var i = 1; i < statuses.size(); i++) {
                var before = statuses.get(i - 1).state();
                var now = statuses.get(i).state();
                invariant.check(
                        before != CertificateState.REVOKED && before != CertificateState.EXPIRED,
                        () -> id + " went from " + before + " to " + now);
            }
        });
        return invariant;
    }

    private Invariant versionsRiseByOne() {
        var invariant = new Invariant("a certificate's version begins with 1 and rises by one");
        facts.statuses().forEach((id, statuses) -> {
            for (var i = 0; i < statuses.size(); i++) {
                var expected = i + 1;
                var found = statuses.get(i).version();
                invariant.check(
                        found == expected, () -> id + " has version " + found + " where " + expected + " was due");
            }
        });
        return invariant;
    }

    private Invariant oneOutcomeForEveryInput() {
        var invariant = new Invariant("every input has one outcome, each time that it is sent");
        truth.inputs().forEach((id, times) -> {
            var outcomes = facts.outcomes().getOrDefault(id, List.of()).size();
            invariant.check(outcomes == times, () -> id + " was sent " + times + " times and has " + outcomes);
        });
        return invariant;
    }

    private Invariant noSigningCertificateIsGoodAfterAChange() {
        var invariant = new Invariant("no signing certificate is good after a recorded change that concerns it");
        truth.certificates()
                .filter(one -> one.kind() == CertificateKind.SIGNING)
                .forEach(one -> {
                    var last = one.turns().getLast();
                    if (last.state() == CertificateState.REVOKED) {
                        var statuses = facts.statuses().getOrDefault(one.certificateId(), List.of());
                        invariant.check(
                                statuses.stream()
                                        .anyMatch(status -> status.state() == CertificateState.REVOKED
                                                && !status.on().isAfter(last.on())),
                                () -> one.certificateId() + " by " + last.on() + " (" + last.because() + ")");
                    }
                });
        return invariant;
    }

    private Invariant everyCertificateTurnsAsTheRulesSay() {
        var invariant =
                new Invariant("every change that must revoke did, on its day and for its reason, and no other did");
        var known = new HashSet<String>();
        truth.certificates().forEach(one -> {
            known.add(one.certificateId());
            var found = facts.statuses().getOrDefault(one.certificateId(), List.of());
            invariant.check(
                    isAsExpected(one.turns(), found),
                    () -> one.certificateId() + " of " + one.holderId() + ": expected " + one.turns() + ", found "
                            + found);
        });
        facts.statuses().keySet().forEach(id -> invariant.check(known.contains(id), () -> id + " is not of this city"));
        return invariant;
    }

    private static boolean isAsExpected(List<Turn> turns, List<YearFacts.Status> found) {
        if (turns.size() != found.size()) {
            return false;
        }
        for (var i = 0; i < turns.size(); i++) {
            var status = found.get(i);
            if (!turns.get(i).isTold(status.on(), status.state(), status.reason())) {
                return false;
            }
        }
        return true;
    }

    private Invariant remindersOnceOnTheRightDay() {
        var invariant = new Invariant("every reminder is planned once for each certificate and stage, on its day");
        Map<Reminder, Integer> planned = new HashMap<>();
        facts.notices().values().stream()
                .filter(notice -> REMINDERS.contains(notice.stage()))
                .forEach(notice -> {
                    invariant.check(
                            notice.on().equals(notice.dueOn()),
                            () -> notice + " was planned on another day than it was due");
                    notice.certificateIds()
                            .forEach(id ->
                                    planned.merge(new Reminder(id, notice.stage(), notice.dueOn()), 1, Integer::sum));
                });
        var expected = truth.reminders().collect(Collectors.toSet());
        expected.forEach(one -> invariant.check(
                planned.getOrDefault(one, 0) == 1,
                () -> one + " was planned " + planned.getOrDefault(one, 0) + " times"));
        planned.keySet().forEach(one -> invariant.check(expected.contains(one), () -> one + " was not due"));
        return invariant;
    }

    private Invariant nobodyIsToldAfterDeath() {
        var invariant = new Invariant("nobody is told or mailed anything after the death is recorded");
        truth.deaths()
                .forEach((holder, input) -> facts.outcomes().getOrDefault(input, List.of()).stream()
                        .map(YearFacts.Decided::writtenAt)
                        .min(Instant::compareTo)
                        .ifPresentOrElse(
                                at -> {
                                    var planned = facts.lastPlannedFor(holder);
                                    invariant.check(
                                            planned == null || !planned.isAfter(at),
                                            () -> "something was planned for " + holder + " after " + input);
                                    invariant.check(
                                            facts.sentTo(holder).stream()
                                                    .noneMatch(sent -> sent.at().isAfter(at)),
                                            () -> "something was sent to " + holder + " after " + input);
                                },
                                () -> invariant.check(false, () -> input + " has no outcome")));
        return invariant;
    }

    private Invariant everyNoticeIsSettledAndMailedOnce(List<String> mails) {
        var invariant = new Invariant("every notice is settled, and none was mailed twice");
        facts.notices()
                .keySet()
                .forEach(id -> invariant.check(facts.settled().contains(id), () -> id + " is not settled"));
        var seen = new HashSet<String>();
        mails.forEach(id -> invariant.check(seen.add(id), () -> id + " came twice"));
        return invariant;
    }

    private Invariant nothingIsRefusedOrUnreadable() {
        var invariant =
                new Invariant("no input is rejected, no validity differs from the rule's, nothing is unreadable");
        facts.outcomes()
                .forEach((id, outcomes) -> outcomes.forEach(one -> invariant.check(
                        one.outcome() != Outcome.REJECTED && !one.findings().contains("NOT_AFTER_DIFFERS"),
                        () -> id + " (" + one.type() + "): " + one.outcome() + " " + one.findings())));
        facts.deadLetters()
                .forEach((topic, count) -> invariant.check(false, () -> count + " dead letters on " + topic));
        return invariant;
    }
}
