package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a holder has to be told, and what no longer. */
final class Notices {

    private Notices() {}

    /** Plans the reminder of a stage for all certificates of the carrier that have reached it together. */
    static void remind(Draft draft, Deadlines.ReminderDue due) {
        var reached = draft.holder().certificates().stream()
                .filter(one -> one.carrier() == due.carrier())
                .filter(one -> Deadlines.isOpen(due.stage(), one))
                .filter(one -> Deadlines.dueAt(due.stage(), one.lastDay(), draft.policy())
                        .equals(due.at()))
                .toList();
        var worthTelling = reached.stream()
                .filter(one -> isWorthTelling(one, due, draft))
                .map(Certificate::id)
                .toList();
        draft.add(
                new Event.StagePassed(reached.stream().map(Certificate::id).collect(Collectors.toSet()), due.stage()));
        if (!worthTelling.isEmpty()) {
            draft.add(new Event.NoticePlanned(Notice.reminder(
                    draft.holder().id(),
                    due.carrier(),
                    NoticeStage.of(due.stage()),
                    Tokyo.dateOf(due.at()),
                    worthTelling)));
        }
    }

    /**
     * A reminder decided late, after an outage, is not told when a later stage of the same certificate is due as well.
     */
    private static boolean isWorthTelling(Certificate certificate, Deadlines.ReminderDue due, Draft draft) {
        if (due.stage() == ReminderStage.EXPIRED) {
            return !draft.holder().hasLater(certificate);
        }
        var laterIsDueToo = Stream.of(ReminderStage.values())
                .map(other -> Deadlines.dueAt(other, certificate.lastDay(), draft.policy()))
                .anyMatch(at -> at.isAfter(due.at()) && !at.isAfter(draft.now()));
        return draft.now().isBefore(certificate.expiresAt()) && !laterIsDueToo;
    }

    /** Plans what must be told of what has just happened, and withdraws or mends what it made untrue. */
    static void follow(Draft draft) {
        if (draft.holder().died()) {
            draft.holder()
                    .notices()
                    .forEach(notice ->
                            draft.add(new Event.NoticeWithdrawn(notice.id(), Event.WithdrawalReason.HOLDER_DIED)));
            return;
        }
        var happened = draft.events();
        draft.holder().notices().forEach(notice -> revise(draft, notice));
        Occasion.of(happened, draft.holder()).forEach(occasion -> plan(draft, occasion));
        planRenewed(draft, happened);
    }

    private static void revise(Draft draft, Notice notice) {
        if (notice.stage().staysTrue()) {
            return;
        }
        var still = notice.certificates().stream()
                .filter(id ->
                        isTrue(notice.stage(), draft.holder().certificate(id).orElseThrow(), draft.holder()))
                .toList();
        if (still.isEmpty()) {
            draft.add(new Event.NoticeWithdrawn(notice.id(), Event.WithdrawalReason.NO_LONGER_TRUE));
        } else if (still.size() < notice.certificates().size()) {
            draft.add(new Event.NoticePlanned(notice.about(still)));
        }
    }

    private static boolean isTrue(NoticeStage stage, Certificate certificate, Holder holder) {
        return switch (stage) {
            case SIGNING_REVOKED, AUTHENTICATION_ENDED, RECORD_ERROR, ISSUER_COMPROMISED -> true;
            case ON_HOLD -> certificate.status() instanceof Status.OnHold;
            case EXPIRED -> certificate.status() instanceof Status.Expired && !holder.hasLater(certificate);
            case RENEWED, WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT -> certificate.isGood();
        };
    }

    private static void plan(Draft draft, Occasion occasion) {
        draft.add(new Event.NoticePlanned(Notice.ofEvent(
                draft.holder().id(),
                occasion.stage(),
                draft.today(),
                occasion.certificates(),
                Optional.of(occasion.cause()),
                occasion.ground())));
    }

    private static void planRenewed(Draft draft, List<Event> happened) {
        for (var event : happened) {
            if (event instanceof Event.CertificateRegistered(var made, var type) && type == Registration.Type.RENEW) {
                planIfGood(draft, draft.holder().certificate(made.id()).orElseThrow());
            }
        }
    }

    private static void planIfGood(Draft draft, Certificate renewed) {
        if (renewed.isGood()) {
            draft.add(new Event.NoticePlanned(Notice.ofEvent(
                    draft.holder().id(),
                    NoticeStage.RENEWED,
                    draft.today(),
                    List.of(renewed),
                    Optional.empty(),
                    Optional.empty())));
        }
    }
}
