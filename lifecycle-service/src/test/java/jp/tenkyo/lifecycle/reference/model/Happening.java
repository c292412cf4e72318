package jp.tenkyo.lifecycle.reference.model;

import java.util.Comparator;
import java.util.Set;

/**
 * Something that befalls one certificate.
 *
 * @param moment when it befalls it, which is not before its registration
 * @param reasons RFC 5280 names, where it is a hold or a revocation: one of them
 */
record Happening(Moment moment, Effect effect, Set<String> reasons) {

    enum Effect {
        /**
         * First, so that it wins where a certificate is registered after its end: it is "EXPIRED from the next second,
         * also if no tick has run", and that is final.
         */
        EXPIRES,
        REVOKED,
        HELD,
        RELEASED
    }

    static final Comparator<Happening> ORDER =
            Comparator.comparing(Happening::moment).thenComparing(Happening::effect);

    static Happening expires(Moment moment) {
        return new Happening(moment, Effect.EXPIRES, Set.of());
    }

    static Happening revoked(Moment moment, String reason) {
        return revoked(moment, Set.of(reason));
    }

    static Happening revoked(Moment moment, Set<String> reasons) {
        return new Happening(moment, Effect.REVOKED, reasons);
    }

    static Happening held(Moment moment) {
        return new Happening(moment, Effect.HELD, Set.of("certificateHold"));
    }

    static Happening released(Moment moment) {
        return new Happening(moment, Effect.RELEASED, Set.of());
    }
}
