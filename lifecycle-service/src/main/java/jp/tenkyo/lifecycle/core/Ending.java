package jp.tenkyo.lifecycle.core;

import java.util.Optional;

/**
 * Why a certificate ends.
 *
 * @param ground the change that ended it, where one did
 * @param rule of the rule book, as section and row
 */
public record Ending(RevocationReason reason, EndingCause cause, Optional<RevocationGround> ground, String rule) {

    static final Ending SUPERSEDED =
            new Ending(RevocationReason.SUPERSEDED, EndingCause.SUPERSEDED, Optional.empty(), "2.1/SUPERSEDED");

    private static final String CASCADE = "2.2/CASCADE";

    static Ending by(RevocationGround ground) {
        return new Ending(ground.reason(), ground.cause(), Optional.of(ground), ground.rule());
    }

    static Ending by(Ground ground) {
        return new Ending(ground.reason(), ground.cause(), Optional.empty(), ground.rule());
    }

    /** What the phone's certificate ends by when the card's ends by this: for the same reason (rule book 2.3). */
    Ending cascading() {
        var isAboutBoth = ground.isPresent() || cause == EndingCause.ISSUER_COMPROMISED;
        return new Ending(reason, isAboutBoth ? cause : EndingCause.CARD_CERTIFICATE_ENDED, ground, CASCADE);
    }

    /** What a phone's certificate ends by that is registered after its card's certificate was revoked. */
    static Ending cascadingLate(RevocationReason reason) {
        return new Ending(reason, EndingCause.CARD_CERTIFICATE_ENDED, Optional.empty(), CASCADE);
    }
}
