package jp.tenkyo.lifecycle.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** What is going to come in of one holder, and the instants at which something may fall due. */
final class Plot {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final String HOLDER = "holder-1";
    static final List<String> MUNICIPALITIES = List.of("012246", "011002", "131016");
    private static final List<String> ISSUERS = List.of("ab".repeat(20), "cd".repeat(20));
    private static final List<String> BIRTHS = List.of("1980-02-17", "2000-02-29", "1950-00-00", "2011-03-02");
    private static final int TIMER_DAYS = 31;

    /** @param at when it would come in if nothing delayed it */
    record Planned(Instant at, Input input) {}

    final Dice dice;
    final List<Planned> planned = new ArrayList<>();
    final TreeSet<Instant> deadlines = new TreeSet<>();
    final List<Registration> made = new ArrayList<>();
    private final LocalDate firstDay;
    private final String born;

    Plot(Dice dice) {
        this.dice = dice;
        this.firstDay = dice.percent(10) ? LocalDate.of(2028, 2, 20) : LocalDate.of(2026, 2, 20);
        this.born = dice.oneOf(BIRTHS);
    }

    /** Few days, so that inputs meet each other often. */
    LocalDate day() {
        return firstDay.plusDays(dice.oneOf(0, 3, 4, 5, 8, 9, 10, 11, 20, 40) + dice.upTo(2));
    }

    String municipality() {
        return dice.oneOf(MUNICIPALITIES);
    }

    String otherThan(String municipality) {
        var index = MUNICIPALITIES.indexOf(municipality);
        return MUNICIPALITIES.get((index + 1 + dice.upTo(2)) % MUNICIPALITIES.size());
    }

    void change(ChangeReason reason, String municipality, int number, LocalDate processed) {
        change(reason, municipality, number, processed.minusDays(dice.oneOf(0, 0, 1, 3)), processed, Optional.empty());
    }

    void change(
            ChangeReason reason,
            String municipality,
            int number,
            LocalDate event,
            LocalDate processed,
            Optional<LocalDate> plannedMoveOut) {
        var change = new ResidentChange(
                "event-" + planned.size(),
                HOLDER,
                municipality,
                Math.max(number, 1),
                reason,
                changed(reason),
                event,
                Optional.empty(),
                processed,
                plannedMoveOut,
                reason == ChangeReason.MOVED_ABROAD ? Optional.of(dice.percent(50)) : Optional.empty(),
                Optional.empty());
        planned.add(new Planned(instant(processed), new Input.Came(new Command.RecordChange(change))));
        deadlines.add(midnight(event));
        if (reason == ChangeReason.MOVED_OUT) {
            deadlines.add(midnight(plannedMoveOut.orElse(event).plusDays(TIMER_DAYS)));
        }
    }

    /** The latest input comes out of its order. */
    void comesLateBy(int days) {
        var latest = planned.removeLast();
        planned.add(new Planned(latest.at().plus(Duration.ofDays(days)), latest.input()));
    }

    private Set<ChangedAttribute> changed(ChangeReason reason) {
        var some = EnumSet.noneOf(ChangedAttribute.class);
        var mustSay =
                switch (reason) {
                    case CORRECTED_EX_OFFICIO, CORRECTED_ERROR, ANNULLED_CORRECTION -> true;
                    default -> false;
                };
        if (mustSay ? dice.percent(97) : dice.percent(20)) {
            some.add(dice.oneOf(ChangedAttribute.values()));
        }
        return some;
    }

    Registration certificate(Kind kind, Carrier carrier, String municipality, int number, LocalDate madeOn) {
        return certificate(kind, carrier, municipality, number, instant(madeOn));
    }

    Registration certificate(Kind kind, Carrier carrier, String municipality, int number, Instant notBefore) {
        var one = new Registration(
                "request-" + planned.size(),
                HOLDER,
                municipality,
                dice.percent(25) ? Registration.Type.RENEW : Registration.Type.ISSUE,
                carrier,
                kind,
                new CertificateId(
                        dice.percent(80) ? ISSUERS.getFirst() : ISSUERS.getLast(),
                        Integer.toHexString(made.size() + 1)),
                notBefore,
                lastSecond(notBefore),
                born,
                dice.percent(10) ? Optional.of(day().plusMonths(dice.oneOf(1, 50, 60))) : Optional.empty(),
                Math.max(number, 1));
        made.add(one);
        planned.add(new Planned(notBefore, new Input.Came(new Command.RegisterCertificate(one))));
        deadlines.add(one.notAfter().plusSeconds(1));
        return one;
    }

    /**
     * Near days, the eve of something else that is due, the edge of the renewal window, and birthdays that may be
     * right.
     */
    private Instant lastSecond(Instant notBefore) {
        var madeOn = notBefore.atZone(TOKYO).toLocalDate();
        var lastDay =
                switch (dice.upTo(20)) {
                    case 0, 1, 2 -> madeOn.plusDays(1 + dice.upTo(45));
                    case 3, 4 -> eveOfADeadline(madeOn);
                    case 5 -> madeOn.plusDays(dice.upTo(40)).plusMonths(3).minusDays(1);
                    default -> LocalDate.of(madeOn.getYear() + 4 + dice.upTo(2), 2, dice.oneOf(17, 17, 28));
                };
        return lastDay.atTime(23, 59, 59).atZone(TOKYO).toInstant();
    }

    private LocalDate eveOfADeadline(LocalDate madeOn) {
        var later = deadlines.stream()
                .map(at -> at.atZone(TOKYO).toLocalDate().minusDays(1))
                .filter(madeOn::isBefore)
                .toList();
        return later.isEmpty() ? madeOn.plusDays(30) : dice.oneOf(later);
    }

    void request(Ground ground, Registration about, LocalDate day) {
        var action = new Action(
                "request-" + planned.size(),
                HOLDER,
                about.municipality(),
                requestOf(ground),
                about.certificateId(),
                ground);
        planned.add(new Planned(instant(day), new Input.Came(new Command.ActOnCertificate(action))));
    }

    private static Ground.Request requestOf(Ground ground) {
        return switch (ground) {
            case CARD_LOST, PHONE_LOST -> Ground.Request.HOLD;
            case PHONE_FOUND -> Ground.Request.RELEASE;
            default -> Ground.Request.REVOKE;
        };
    }

    void compromise(LocalDate day) {
        planned.add(new Planned(instant(day), new Input.IssuerCompromised(dice.oneOf(ISSUERS))));
    }

    Instant instant(LocalDate day) {
        var time = dice.oneOf(LocalTime.MIDNIGHT, LocalTime.of(10, 0), LocalTime.of(15, 30), LocalTime.of(23, 59, 59));
        return day.atTime(time).atZone(TOKYO).toInstant();
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(TOKYO).toInstant();
    }
}
