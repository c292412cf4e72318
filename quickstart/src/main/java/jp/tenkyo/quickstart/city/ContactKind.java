package jp.tenkyo.quickstart.city;

import java.util.SplittableRandom;
import jp.tenkyo.avro.DeliveryOutcome;

/** How a holder can be reached. */
enum ContactKind {
    MAIL(DeliveryOutcome.SENT),
    /** A mail address that is none. */
    BAD_MAIL(DeliveryOutcome.BAD_ADDRESS),
    LETTER(DeliveryOutcome.CHANNEL_NOT_SERVED),
    NOTHING_KNOWN(DeliveryOutcome.NO_CONTACT_POINT);

    private static final int HUNDRED = 100;
    private static final int NOTHING_KNOWN_BELOW = 6;
    private static final int LETTER_BELOW = 10;
    private static final int BAD_MAIL_BELOW = 12;

    private final DeliveryOutcome outcome;

    ContactKind(DeliveryOutcome outcome) {
        this.outcome = outcome;
    }

    /** What must become of a notice to such a holder. */
    DeliveryOutcome outcome() {
        return outcome;
    }

    static ContactKind draw(SplittableRandom random) {
        var draw = random.nextInt(HUNDRED);
        if (draw < NOTHING_KNOWN_BELOW) {
            return NOTHING_KNOWN;
        }
        if (draw < LETTER_BELOW) {
            return LETTER;
        }
        return draw < BAD_MAIL_BELOW ? BAD_MAIL : MAIL;
    }
}
