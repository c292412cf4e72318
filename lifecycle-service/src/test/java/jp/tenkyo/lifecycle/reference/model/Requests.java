package jp.tenkyo.lifecycle.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;

/** Table 2.2 as far as somebody asks for it: which request befalls which certificate, and how. */
final class Requests {

    private final List<Known<Action>> actions;
    private final List<Known<Registration>> made;

    Requests(List<Known<Action>> actions, List<Known<Registration>> made) {
        this.actions = actions;
        this.made = made;
    }

    List<Happening> on(Known<Registration> certificate) {
        var happenings = new ArrayList<Happening>();
        for (var action : actions) {
            if (isMeant(action, certificate)) {
                happenings.add(happening(action.what().ground(), Moment.of(action.entry())));
            }
        }
        return happenings;
    }

    /** Only what is known when a request comes can be asked for. */
    private boolean isMeant(Known<Action> action, Known<Registration> certificate) {
        var named = made.stream()
                .filter(known -> known.entry() < action.entry())
                .map(Known::what)
                .filter(one -> one.certificateId().equals(action.what().certificateId()))
                .findFirst();
        if (named.isEmpty() || certificate.entry() > action.entry()) {
            return false;
        }
        var ground = action.what().ground();
        var carrier = named.get().carrier();
        return fits(ground, carrier)
                && (isOfTheWholeCarrier(ground)
                        ? certificate.what().carrier() == carrier
                        : certificate.what().certificateId().equals(named.get().certificateId()));
    }

    /**
     * "lost card: card certificates on hold", "lost phone" alike, "card returned, expired or reissued: both"; all
     * others: "that certificate".
     *
     * <p>An unusable card is taken as what the contract of the doors says, all that is on it; 2.2 says "that
     * certificate".
     *
     * <p>Open: a request names one certificate. Taken so: all on the carrier of the one named, also where that one has
     * ended already, or the outcome would hang on the order of inputs.
     */
    private static boolean isOfTheWholeCarrier(Ground ground) {
        return switch (ground) {
            case CARD_LOST, PHONE_LOST, CARD_UNUSABLE, CARD_RETURNED, CARD_LAPSED -> true;
            default -> false;
        };
    }

    /**
     * The rule book does not say it, but what befell a card is no ground against a phone's certificate, or the reverse.
     */
    private static boolean fits(Ground ground, Carrier carrier) {
        return switch (ground) {
            case CARD_LOST, CARD_RETURNED, CARD_LAPSED, CARD_UNUSABLE -> carrier != Carrier.PHONE;
            case PHONE_LOST, PHONE_FOUND -> carrier == Carrier.PHONE;
            default -> true;
        };
    }

    /** What is not known, a ground that is none, and "RELEASE only for a phone authentication certificate on hold". */
    static boolean isRefused(Action action, Optional<Registration> named, List<Standing> standings) {
        if (named.isEmpty() || !fits(action.ground(), named.get().carrier())) {
            return true;
        }
        return action.ground() == Ground.PHONE_FOUND
                && (named.get().kind() != Kind.AUTHENTICATION
                        || standings.stream()
                                .filter(one -> one.id().equals(action.certificateId()))
                                .allMatch(one -> one.state() != Standing.State.ON_HOLD));
    }

    /** 2.3, and "一時保留" of 2.2. */
    private static Happening happening(Ground ground, Moment moment) {
        return switch (ground) {
            case HOLDER_REQUEST, CARD_UNUSABLE, CARD_RETURNED, CARD_LAPSED ->
                Happening.revoked(moment, "cessationOfOperation");
            case KEY_COMPROMISED -> Happening.revoked(moment, "keyCompromise");
            case RECORD_ERROR -> Happening.revoked(moment, "affiliationChanged");
            case DISCARDED_BEFORE_DELIVERY -> Happening.revoked(moment, "unspecified");
            case CARD_LOST, PHONE_LOST -> Happening.held(moment);
            case PHONE_FOUND -> Happening.released(moment);
        };
    }
}
