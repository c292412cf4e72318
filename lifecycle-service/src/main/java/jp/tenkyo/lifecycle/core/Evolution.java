package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a holder is after an event. An event that cannot follow is our bug or damaged data, and is loud. */
public final class Evolution {

    private Evolution() {}

    /** @throws IllegalStateException if the event cannot follow on the state */
    public static Holder evolve(Holder holder, Event event) {
        return switch (event) {
            case Event.CertificateRegistered registered -> register(holder, registered);
            case Event.CertificateRevoked revoked ->
                change(
                        holder,
                        revoked.id(),
                        one -> live(one).changedTo(new Status.Revoked(revoked.reason(), revoked.revokedAt())));
            case Event.CertificateHeld held ->
                change(holder, held.id(), one -> good(one).changedTo(new Status.OnHold(held.heldAt())));
            case Event.CertificateReleased released ->
                change(
                        holder,
                        released.id(),
                        one -> held(one).changedTo(new Status.Good()).past(released.stagesPassed()));
            case Event.CertificateExpired(var id) -> change(holder, id, Evolution::expire);
            case Event.ChangeSetWaiting(var waiting) -> holder.withWaiting(plus(holder.waiting(), waiting));
            case Event.WaitingEnded(var waiting) -> holder.withWaiting(minus(holder.waiting(), waiting));
            case Event.WaitingDropped(var waiting) ->
                holder.withWaiting(plus(minus(holder.waiting(), waiting), waiting.asAnnulled()));
            case Event.MoveOutTimerArmed(var timer) -> holder.withTimers(plus(holder.timers(), timer));
            case Event.MoveOutTimerCalledOff(var timer, var _) -> holder.withTimers(minus(holder.timers(), timer));
            case Event.MoveOutTimerFired(var timer) -> holder.withTimers(minus(holder.timers(), timer));
            case Event.ChangeRemembered(var municipality, var marks) ->
                holder.with(municipality, holder.residence(municipality).with(marks));
            case Event.ArrivalRemembered(var municipality, var arrivals) ->
                holder.with(municipality, holder.residence(municipality).with(arrivals));
            case Event.RecordNumbersNoted(var municipality, var numbers) ->
                holder.with(municipality, holder.residence(municipality).with(numbers));
            case Event.RecordGapOpened _, Event.RecordGapClosed _ -> holder;
            case Event.HolderDied(var _) -> holder.dead();
            case Event.StagePassed(var ids, var stage) -> pass(holder, ids, stage);
            case Event.NoticePlanned(var notice) -> holder.withNotices(plus(others(holder, notice.id()), notice));
            case Event.NoticeWithdrawn(var noticeId, var _) -> holder.withNotices(others(holder, noticeId));
            case Event.NoticeSettled(var noticeId) -> holder.withNotices(others(holder, noticeId));
            case Event.PinStateChanged(var name, var failures, var locked, var _) ->
                holder.withPin(name, holder.pin(name).changedTo(failures, locked));
            case Event.PinSequenceTaken(var name, var sequence) ->
                holder.withPin(name, holder.pin(name).at(sequence));
            case Event.DecisionNeeded(var id, var finding, var _) -> ask(holder, id, finding);
            case Event.DecisionSettled(var id, var finding, var _) -> settle(holder, id, finding);
        };
    }

    private static Holder register(Holder holder, Event.CertificateRegistered registered) {
        if (holder.certificate(registered.id()).isPresent()) {
            throw cannotFollow(registered.id(), "is registered already");
        }
        return holder.withCertificates(plus(holder.certificates(), registered.certificate()));
    }

    /** One that expires on hold gets no reminder afterwards either. */
    private static Certificate expire(Certificate certificate) {
        var expired = live(certificate).changedTo(new Status.Expired());
        return certificate.isGood() ? expired : expired.past(EnumSet.allOf(ReminderStage.class));
    }

    private static Holder pass(Holder holder, Set<CertificateId> ids, ReminderStage stage) {
        var all = new ArrayList<>(holder.certificates());
        all.replaceAll(certificate -> ids.contains(certificate.id()) ? past(certificate, stage) : certificate);
        return holder.withCertificates(all);
    }

    private static Certificate past(Certificate certificate, ReminderStage stage) {
        var stages = EnumSet.of(stage);
        stages.addAll(certificate.stagesPassed());
        return certificate.past(stages);
    }

    private static Holder change(Holder holder, CertificateId id, UnaryOperator<Certificate> how) {
        var all = holder.certificates().toArray(Certificate[]::new);
        for (var at = 0; at < all.length; at++) {
            if (all[at].id().equals(id)) {
                all[at] = how.apply(all[at]);
                return holder.withCertificates(List.of(all));
            }
        }
        throw cannotFollow(id, "is not registered");
    }

    private static Certificate live(Certificate certificate) {
        return must(certificate.isLive(), certificate, "has ended");
    }

    private static Certificate good(Certificate certificate) {
        return must(certificate.isGood(), certificate, "is not good");
    }

    private static Certificate held(Certificate certificate) {
        return must(certificate.status() instanceof Status.OnHold, certificate, "is not on hold");
    }

    private static Certificate must(boolean right, Certificate certificate, String what) {
        if (!right) {
            throw cannotFollow(certificate.id(), what);
        }
        return certificate;
    }

    private static Holder ask(Holder holder, CertificateId id, Finding.Code finding) {
        var before = holder.question(id, finding);
        if (before.filter(Question::open).isPresent()) {
            throw cannotFollow(id, "has that question already");
        }
        var question = new Question(id, finding, before.map(Question::asked).orElse(0) + 1, true);
        return holder.withQuestions(plus(others(holder, id, finding), question));
    }

    private static Holder settle(Holder holder, CertificateId id, Finding.Code finding) {
        var open = holder.question(id, finding)
                .filter(Question::open)
                .orElseThrow(() -> cannotFollow(id, "has no such question"));
        var settled = new Question(id, finding, open.asked(), false);
        return holder.withQuestions(plus(others(holder, id, finding), settled));
    }

    private static List<Question> others(Holder holder, CertificateId id, Finding.Code finding) {
        return without(holder.questions(), question -> question.isAbout(id, finding));
    }

    private static List<Notice> others(Holder holder, String noticeId) {
        return without(holder.notices(), notice -> notice.id().equals(noticeId));
    }

    private static <T> List<T> plus(List<T> all, T one) {
        if (all.isEmpty()) {
            return List.of(one);
        }
        var more = new ArrayList<T>(all.size() + 1);
        more.addAll(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> minus(List<T> all, T one) {
        return without(all, one::equals);
    }

    /** The same list where nothing goes, as most often. */
    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        for (var one : all) {
            if (gone.test(one)) {
                var left = new ArrayList<>(all);
                left.removeIf(gone);
                return left;
            }
        }
        return all;
    }

    private static IllegalStateException cannotFollow(CertificateId id, String what) {
        return new IllegalStateException("The event cannot follow: certificate " + id + " " + what);
    }
}
