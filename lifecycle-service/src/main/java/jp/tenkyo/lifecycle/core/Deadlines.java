package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final Comparator<Due> IN_ORDER =
            Comparator.comparing(Due::at).thenComparingInt(Deadlines::rank).thenComparing(Due::toString);

    private Deadlines() {}

    static Optional<Due> next(Holder holder, Policy policy) {
        var expiries = holder.live().<Due>map(one -> new Expiry(one.expiresAt(), one.id()));
        var waiting = holder.pending().<Due>map(one -> new WaitingChangeDue(one.dueAt(), one));
        var timers = holder.timers().stream().<Due>map(one -> new TimerDue(one.firesAt(), one));
        // Nothing is mailed after a death.
        var reminders = holder.died()
                ? Stream.<Due>empty()
                : holder.certificates().stream().flatMap(one -> remindersOf(one, policy));
        return Stream.of(expiries, waiting, timers, reminders)
                .flatMap(all -> all)
                .min(IN_ORDER);
    }

    /** When a stage is reached by a certificate whose last valid day this is. */
    static Instant dueAt(ReminderStage stage, LocalDate lastDay, Policy policy) {
        var reminders = policy.reminders();
        var day =
                switch (stage) {
                    case WINDOW_OPENED -> Validity.windowOpensOn(lastDay, policy);
                    case ONE_MONTH_LEFT -> lastDay.minus(reminders.monthBefore());
                    case ONE_WEEK_LEFT -> lastDay.minus(reminders.weekBefore());
                    case EXPIRED -> lastDay.plus(reminders.expiredAfter());
                };
        return Tokyo.at(day, reminders.at());
    }

    /** Stages that lie at or before an instant. */
    static Set<ReminderStage> passedBy(Instant now, LocalDate lastDay, Policy policy) {
        var passed = EnumSet.noneOf(ReminderStage.class);
        for (var stage : ReminderStage.values()) {
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

    private static Stream<Due> remindersOf(Certificate certificate, Policy policy) {
        return Stream.of(ReminderStage.values())
                .filter(stage -> isOpen(stage, certificate))
                .map(stage ->
                        new ReminderDue(dueAt(stage, certificate.lastDay(), policy), certificate.carrier(), stage));
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
