package jp.tenkyo.lifecycle.reference;

import static jp.tenkyo.lifecycle.core.Carrier.CARD;
import static jp.tenkyo.lifecycle.core.Carrier.PHONE;
import static jp.tenkyo.lifecycle.core.Carrier.RESIDENT_CARD;
import static jp.tenkyo.lifecycle.core.Kind.AUTHENTICATION;
import static jp.tenkyo.lifecycle.core.Kind.SIGNING;

import java.time.LocalDate;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;

/** Things that happen in a holder's life, each with what often comes with it and what may go wrong around it. */
final class Scenes {

    private final Plot plot;
    private final Dice dice;
    private final boolean withPhones;

    Scenes(Plot plot, boolean withPhones) {
        this.plot = plot;
        this.dice = plot.dice;
        this.withPhones = withPhones;
    }

    void any() {
        switch (dice.upTo(withPhones ? 9 : 7)) {
            case 0, 1 -> moveOut();
            case 2 -> moveAbroad();
            case 3 -> annulment();
            case 4 -> reissues();
            case 5 -> lostCard();
            case 6 -> comeOutOfOrder();
            default -> lostPhone();
        }
    }

    /** A move-out, certificates around it, and up to two inputs that may disarm its timer, or just miss. */
    private void moveOut() {
        var home = plot.municipality();
        var number = 2 + dice.upTo(3);
        var processed = plot.day();
        var event = processed.plusDays(dice.oneOf(-2, 0, 0, 1, 5, 12));
        var planned =
                dice.percent(40) ? Optional.of(event.plusDays(dice.oneOf(-3, 0, 3))) : Optional.<LocalDate>empty();
        plot.certificate(AUTHENTICATION, CARD, home, number + dice.oneOf(-1, -1, 0, 1), processed.minusDays(10));
        plot.change(ChangeReason.MOVED_OUT, home, number, event, processed, planned);
        around(home, number, event);
        for (var followers = dice.upTo(3); followers > 0; followers--) {
            follower(home, number, processed);
        }
    }

    /** Certificates of both kinds made just before and after the day on which a record is deleted. */
    private void around(String home, int number, LocalDate day) {
        if (dice.percent(60)) {
            plot.certificate(SIGNING, carrier(), home, number + dice.oneOf(-1, 0, 0, 1), day.minusDays(dice.upTo(2)));
        }
        if (dice.percent(25)) {
            plot.certificate(AUTHENTICATION, carrier(), home, number + dice.oneOf(-1, 0), day.minusDays(dice.upTo(2)));
        }
        if (dice.percent(25)) {
            plot.certificate(kind(), carrier(), plot.otherThan(home), 1, day.plusDays(dice.oneOf(-1, 0, 1)));
        }
    }

    private void follower(String home, int number, LocalDate processed) {
        var later = processed.plusDays(dice.oneOf(-1, 0, 0, 1, 5, 29, 30, 31));
        var back = number + dice.oneOf(-1, 0, 1, 1);
        switch (dice.upTo(6)) {
            case 0 -> moveInElsewhere(plot.otherThan(home), processed, later);
            case 1 -> plot.change(moveIn(), home, back, later);
            case 2 ->
                plot.change(
                        dice.oneOf(
                                ChangeReason.ENTERED_NATURALIZED,
                                ChangeReason.ENTERED_NATIONALITY_LOST,
                                ChangeReason.ENTERED_EX_OFFICIO,
                                ChangeReason.BORN),
                        dice.percent(85) ? home : plot.otherThan(home),
                        back,
                        later);
            case 3 -> annul(home, back, later);
            case 4 -> plot.certificate(kind(), carrier(), plot.otherThan(home), 1, later);
            default -> plot.change(ChangeReason.MOVED_OUT, home, number, later);
        }
    }

    private void moveInElsewhere(String municipality, LocalDate movedOut, LocalDate day) {
        plot.change(moveIn(), municipality, 1 + dice.upTo(2), day);
        if (dice.percent(25)) {
            plot.change(moveIn(), municipality, 1 + dice.upTo(2), movedOut.minusDays(2));
            plot.comesLateBy(20);
        }
    }

    private void annul(String home, int number, LocalDate day) {
        plot.change(ChangeReason.ANNULLED_REMOVAL, home, number, day);
        if (dice.percent(30)) {
            plot.change(ChangeReason.ANNULLED_REMOVAL, home, number - 1, day.plusDays(1));
        }
    }

    private void moveAbroad() {
        var home = plot.municipality();
        var number = 2 + dice.upTo(3);
        var processed = plot.day();
        var event = processed.plusDays(dice.oneOf(0, 1, 5, 12));
        plot.certificate(AUTHENTICATION, CARD, home, number - 1, processed.minusDays(10));
        plot.change(ChangeReason.MOVED_ABROAD, home, number, event, processed, Optional.empty());
        around(home, number, event);
        if (dice.percent(30)) {
            plot.change(
                    ChangeReason.ANNULLED_REMOVAL, home, number + dice.oneOf(0, 1), processed.plusDays(dice.upTo(6)));
        }
    }

    private void annulment() {
        var home = plot.municipality();
        var number = 2 + dice.upTo(3);
        plot.certificate(kind(), carrier(), home, number + dice.oneOf(-1, 0), plot.day());
        plot.change(
                dice.oneOf(
                        ChangeReason.ANNULLED_ENTRY, ChangeReason.ANNULLED_CORRECTION, ChangeReason.ANNULLED_REMOVAL),
                dice.percent(80) ? home : plot.otherThan(home),
                number,
                plot.day());
    }

    /** Certificates of one kind after each other, on card and phone. */
    private void reissues() {
        var home = plot.municipality();
        var kind = kind();
        for (var count = 2 + dice.upTo(3); count > 0; count--) {
            var one = plot.certificate(kind, carrier(), home, 1 + dice.upTo(3), plot.day());
            if (dice.percent(25)) {
                plot.certificate(kind, one.carrier(), home, one.recordNumber(), one.notBefore());
            }
        }
    }

    private void lostCard() {
        var home = plot.municipality();
        var day = plot.day();
        var signing = plot.certificate(SIGNING, CARD, home, 1 + dice.upTo(2), day);
        var other = plot.certificate(AUTHENTICATION, CARD, home, 1 + dice.upTo(2), day);
        plot.request(Ground.CARD_LOST, dice.oneOf(signing, other), day.plusDays(dice.upTo(3)));
        if (dice.percent(30)) {
            plot.request(Ground.PHONE_FOUND, dice.oneOf(signing, other), day.plusDays(3));
        }
    }

    private void lostPhone() {
        var home = plot.municipality();
        var day = plot.day();
        var card = plot.certificate(AUTHENTICATION, CARD, home, 1, day);
        var authentication = plot.certificate(AUTHENTICATION, PHONE, home, 1, day.plusDays(1));
        var named = dice.percent(70) ? authentication : plot.certificate(SIGNING, PHONE, home, 1, day.plusDays(1));
        plot.request(Ground.PHONE_LOST, named, day.plusDays(1 + dice.upTo(3)));
        if (dice.percent(70)) {
            plot.request(Ground.PHONE_FOUND, dice.percent(80) ? authentication : named, day.plusDays(2 + dice.upTo(3)));
        }
        if (dice.percent(30)) {
            plot.request(Ground.HOLDER_REQUEST, card, day.plusDays(3));
        }
    }

    private void comeOutOfOrder() {
        if (dice.percent(35)) {
            annulmentsFirst();
        } else {
            laterChangeFirst();
        }
    }

    /** Annulments with a higher and a lower number than the removal that comes after them. */
    private void annulmentsFirst() {
        var home = plot.municipality();
        var day = plot.day();
        plot.certificate(AUTHENTICATION, CARD, home, 2, day.minusDays(10));
        plot.change(ChangeReason.ANNULLED_REMOVAL, home, 3 + dice.upTo(3), day.plusDays(1));
        plot.change(ChangeReason.ANNULLED_REMOVAL, home, 2 + dice.upTo(2), day.plusDays(2));
        plot.change(ChangeReason.MOVED_OUT, home, 4, day);
        plot.comesLateBy(10);
    }

    /** Two changes elsewhere of which the later one comes first, around the day of a move-out and of a making. */
    private void laterChangeFirst() {
        var home = plot.municipality();
        var elsewhere = plot.otherThan(home);
        var day = plot.day();
        plot.certificate(AUTHENTICATION, CARD, home, 1, day.minusDays(10));
        plot.change(ChangeReason.MOVED_OUT, home, 2 + dice.upTo(2), day);
        var late = plot.certificate(kind(), CARD, home, 4, day);
        plot.comesLateBy(25);
        var reasons = new ChangeReason[] {moveIn(), ChangeReason.DIED, ChangeReason.INDIVIDUAL_NUMBER_CHANGED};
        var reason = dice.percent(60) ? reasons[0] : dice.oneOf(reasons);
        plot.change(reason, elsewhere, 2, day.plusDays(2));
        plot.change(reason, elsewhere, 1, day.minusDays(2));
        plot.comesLateBy(10);
        if (dice.percent(30)) {
            plot.request(Ground.HOLDER_REQUEST, late, day.plusDays(30));
        }
    }

    void certificate() {
        plot.certificate(kind(), carrier(), plot.municipality(), 1 + dice.upTo(4), plot.day());
    }

    void change() {
        var reason = dice.oneOf(ChangeReason.values());
        var processed = plot.day();
        var mayWait = reason == ChangeReason.MOVED_OUT || reason == ChangeReason.MOVED_ABROAD;
        var event = processed.plusDays(mayWait ? dice.upTo(8) : -dice.upTo(3));
        plot.change(reason, plot.municipality(), 1 + dice.upTo(5), event, processed, Optional.empty());
    }

    void request() {
        plot.request(dice.oneOf(Ground.values()), dice.oneOf(plot.made), plot.day());
    }

    void compromise() {
        plot.compromise(plot.day());
    }

    private ChangeReason moveIn() {
        return dice.percent(75) ? ChangeReason.MOVED_IN : ChangeReason.MOVED_IN_FROM_ABROAD;
    }

    private Kind kind() {
        return dice.oneOf(Kind.values());
    }

    private Carrier carrier() {
        return withPhones && dice.percent(40) ? PHONE : CARD;
    }

    /** 住基カード: signing only. */
    void legacyCard() {
        plot.certificate(SIGNING, RESIDENT_CARD, plot.municipality(), 1 + dice.upTo(4), plot.day());
    }
}
