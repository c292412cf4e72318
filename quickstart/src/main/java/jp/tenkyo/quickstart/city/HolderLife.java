package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.RevocationReason;

/**
 * What the rules make of one holder's year, told in the order in which it happens: on purpose simple, and knowing
 * nothing of the service that is held against it. A day is: what falls due until 09:00, then the day's inputs.
 */
final class HolderLife {

    private static final int TIMER_DAYS = 31;

    private final List<HeldCertificate> held = new ArrayList<>();
    private final List<Reminder> reminders = new ArrayList<>();

    /** Departures whose day has not come. */
    private final List<ResidentChange> leaving = new ArrayList<>();

    /** Move-outs without a move-in so far. */
    private final List<ResidentChange> away = new ArrayList<>();

    private LocalDate seen;
    private boolean died;

    /** @param before the day before the first */
    HolderLife(LocalDate before) {
        this.seen = before;
    }

    List<HeldCertificate> held() {
        return held;
    }

    List<Reminder> reminders() {
        return reminders;
    }

    boolean died() {
        return died;
    }

    /** The certificate of that kind on the card that is good or on hold. */
    Optional<HeldCertificate> onCard(CertificateKind kind) {
        return held.stream()
                .filter(one -> one.is(Carrier.CARD, kind))
                .filter(HeldCertificate::isLive)
                .findFirst();
    }

    /** Lets all fall due until 09:00 of the day. */
    void passTo(LocalDate day) {
        while (seen.isBefore(day)) {
            seen = seen.plusDays(1);
            midnight(seen);
            if (!died) {
                held.forEach(this::remind);
            }
        }
    }

    private void midnight(LocalDate day) {
        for (var one : held) {
            if (one.expiresOn().equals(day) && one.isLive()) {
                one.turn(day, CertificateState.EXPIRED, null, "expired");
            }
        }
        if (!leaving.isEmpty() || !away.isEmpty()) {
            take(leaving, change -> effectiveOn(change).equals(day)).forEach(change -> leave(change, day));
            take(away, change -> timer(change).equals(day)).forEach(change -> endAuthentication(change, day));
        }
    }

    private void remind(HeldCertificate one) {
        one.stageOn(seen)
                .filter(stage -> isOpen(one, stage))
                .ifPresent(stage -> reminders.add(new Reminder(one.certificate().certificateId(), stage, seen)));
    }

    private boolean isOpen(HeldCertificate one, NoticeStage stage) {
        return stage == NoticeStage.EXPIRED ? one.state() == CertificateState.EXPIRED && !hasLater(one) : one.isGood();
    }

    private boolean hasLater(HeldCertificate one) {
        return held.stream().anyMatch(other -> other.isSuchAs(one) && one.isMadeBefore(other));
    }

    void register(HeldCertificate made, LocalDate day) {
        held.add(made);
        held.stream()
                .filter(other -> other != made && other.isSuchAs(made))
                .toList()
                .forEach(other -> revoke(other, RevocationReason.superseded, day, "superseded"));
    }

    /** Holds all that the card carries. */
    void loseCard(LocalDate day) {
        held.stream()
                .filter(HeldCertificate::isGood)
                .filter(one -> one.certificate().carrier() == Carrier.CARD)
                .forEach(one -> one.turn(day, CertificateState.HOLD, RevocationReason.certificateHold, "CARD_LOST"));
    }

    void change(ResidentChange change, LocalDate day) {
        var reason = change.getReason();
        if (reason == ChangeReason.MOVED_OUT || reason == ChangeReason.MOVED_ABROAD) {
            if (effectiveOn(change).isAfter(day)) {
                leaving.add(change);
            } else {
                leave(change, day);
            }
            return;
        }
        if (reason == ChangeReason.MOVED_IN) {
            away.removeIf(out -> !out.getMunicipality().equals(change.getMunicipality())
                    && !change.getProcessedDate().isBefore(out.getProcessedDate()));
        }
        died |= reason == ChangeReason.DIED;
        end(change, RuleTable.of(change), day);
    }

    private void leave(ResidentChange change, LocalDate day) {
        end(change, RuleTable.of(change), day);
        if (change.getReason() == ChangeReason.MOVED_OUT) {
            away.add(change);
        }
    }

    private void end(ResidentChange change, Effect effect, LocalDate day) {
        for (var one : List.copyOf(held)) {
            var reason = effect.on(one.certificate().kind());
            if (reason != null && RuleTable.concerns(change, one)) {
                revoke(one, reason, day, change.getReason().name());
            }
        }
    }

    private void endAuthentication(ResidentChange moveOut, LocalDate day) {
        for (var one : List.copyOf(held)) {
            if (one.certificate().kind() == CertificateKind.AUTHENTICATION && RuleTable.timerConcerns(moveOut, one)) {
                revoke(one, RevocationReason.cessationOfOperation, day, "MOVE_OUT_TIMER");
            }
        }
    }

    /** What ends on the card ends on the phone. */
    private void revoke(HeldCertificate one, RevocationReason reason, LocalDate day, String because) {
        if (!one.isLive()) {
            return;
        }
        one.turn(day, CertificateState.REVOKED, reason, because);
        if (one.certificate().carrier() == Carrier.CARD) {
            restingOn(one).forEach(phone -> revoke(phone, reason, day, because));
        }
    }

    private Stream<HeldCertificate> restingOn(HeldCertificate card) {
        return held.stream()
                .filter(phone -> phone.is(Carrier.PHONE, card.certificate().kind()))
                .filter(phone -> held.stream()
                        .filter(one -> one.isSuchAs(card) && one.isMadeBefore(phone))
                        .max(Comparator.comparing(one -> one.certificate().notBefore()))
                        .filter(one -> one == card)
                        .isPresent())
                .toList()
                .stream();
    }

    static LocalDate effectiveOn(ResidentChange change) {
        return change.getEventDate().isAfter(change.getProcessedDate())
                ? change.getEventDate()
                : change.getProcessedDate();
    }

    /**
     * At 00:00 of this day the authentication certificate ends: thirty days after the planned move-out have gone by.
     */
    private static LocalDate timer(ResidentChange moveOut) {
        var planned = moveOut.getPlannedMoveOutDate();
        return (planned == null ? moveOut.getEventDate() : planned).plusDays(TIMER_DAYS);
    }

    private static List<ResidentChange> take(List<ResidentChange> from, Predicate<ResidentChange> which) {
        var taken = from.stream().filter(which).toList();
        from.removeAll(taken);
        return taken;
    }
}
