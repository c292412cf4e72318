package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When something is next due for a holder, and what: a pure function of the holder and the policy. */
final class Deadlines {

    /** What falls due, in the order in which it is decided when it falls due at one instant. */
    sealed interface Due {
        Instant at();
    }

    record Expiry(Instant at, CertificateId id) implements Due {}

    record WaitingChangeDue(Instant at, WaitingChange waiting) implements Due {}

    record TimerDue(Instant at, MoveOutTimer timer) implements Due {}

    record ReminderDue(Instant at, Carrier carrier, ReminderStage stage) implements Due {}

    private static final List<ReminderStage> STAGES = List.of(ReminderStage.values());

    private Deadlines() {}

    static Optional<Due> next(Holder holder, Policy policy) {
        var first = new First();
        for (var one : holder.certificates()) {
            if (one.isLive()) {
                first.offer(new Expiry(one.expiresAt(), one.id()));
            }
        }
        for (var one : holder.waiting()) {
            if (one.isPending()) {
                first.offer(new WaitingChangeDue(one.dueAt(), one));
            }
        }
        for (var one : holder.timers()) {
            first.offer(new TimerDue(one.firesAt(), one));
        }
        // Nothing is mailed after a death.
        if (!holder.died()) {
            for (var one : holder.certificates()) {
                offerReminders(first, one, policy);
            }
        }
        return first.found();
    }

    /** The first of all that is offered: by instant, then by rank, then by text. */
    private static final class First {

        /** All of one instant and rank, none twice. Their texts take long to make, and are needed only in the end. */
        private final List<Due> earliest = new ArrayList<>();

        void offer(Due due) {
            var order = earliest.isEmpty() ? -1 : compare(due, earliest.getFirst());
            if (order < 0) {
                earliest.clear();
            }
            if (order <= 0 && !earliest.contains(due)) {
                earliest.add(due);
            }
        }

        Optional<Due> found() {
            return earliest.size() == 1
                    ? Optional.of(earliest.getFirst())
                    : earliest.stream().min(Comparator.comparing(Due::toString));
        }

        private static int compare(Due one, Due other) {
            var byInstant = one.at().compareTo(other.at());
            return byInstant != 0 ? byInstant : Integer.compare(rank(one), rank(other));
        }
    }

    /** When a stage is reached by a certificate whose last valid day this is. */
    static Instant dueAt(ReminderStage stage, LocalDate lastDay, Policy policy) {
        return Tokyo.at(dueOn(stage, lastDay, policy), policy.reminders().at());
    }

    private static LocalDate dueOn(ReminderStage stage, LocalDate lastDay, Policy policy) {
        var reminders = policy.reminders();
        return switch (stage) {
            case WINDOW_OPENED -> Validity.windowOpensOn(lastDay, policy);
            case ONE_MONTH_LEFT -> lastDay.minus(reminders.monthBefore());
            case ONE_WEEK_LEFT -> lastDay.minus(reminders.weekBefore());
            case EXPIRED -> lastDay.plus(reminders.expiredAfter());
        };
    }

    /** Stages that lie at or before an instant. */
    static Set<ReminderStage> passedBy(Instant now, LocalDate lastDay, Policy policy) {
        var passed = EnumSet.noneOf(ReminderStage.class);
        for (var stage : STAGES) {
            if (!dueAt(stage, lastDay, policy).isAfter(now)) {
                passed.add(stage);
            }
        }
        return passed;
    }

    /** Whether a certificate in its present state can still be at that stage. */
    static boolean isOpen(ReminderStage stage, Certificate certificate) {
        var wanted =
                stage == ReminderStage.EXPIRED ? certificate.status() instanceof Status.Expired : certificate.isGood();
        return wanted && !certificate.stagesPassed().contains(stage);
    }

    /** Offers those of the first day alone: all come at one time of day. */
    private static void offerReminders(First first, Certificate certificate, Policy policy) {
        var lastDay = certificate.lastDay();
        var firstDay = LocalDate.MAX;
        for (var stage : STAGES) {
            if (isOpen(stage, certificate)) {
                var day = dueOn(stage, lastDay, policy);
                firstDay = day.isBefore(firstDay) ? day : firstDay;
            }
        }
        for (var stage : STAGES) {
            if (isOpen(stage, certificate) && dueOn(stage, lastDay, policy).equals(firstDay)) {
                first.offer(
                        new ReminderDue(Tokyo.at(firstDay, policy.reminders().at()), certificate.carrier(), stage));
            }
        }
    }

    private static int rank(Due due) {
        return switch (due) {
            case Expiry _ -> 0;
            case WaitingChangeDue _ -> 1;
            case TimerDue _ -> 2;
            case ReminderDue _ -> 3;
        };
    }
}
