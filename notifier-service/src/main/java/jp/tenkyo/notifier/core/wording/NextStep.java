package jp.tenkyo.notifier.core.wording;

import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** What the holder can do now. */
public enum NextStep {
    /** A new signing certificate, at the counter. */
    ISSUE(true, true),
    /** A new signing certificate, at the counter of the municipality moved to, after moving in there. */
    ISSUE_WHERE_MOVED_TO(false, true),
    /** Ask the counter: what comes next hangs on things that a notice does not know. */
    ASK(true, false),
    /** The card is replaced, and new certificates come with the new card. */
    WITH_NEW_CARD(true, false),
    /** First the card's signing certificate, then the phone's anew. */
    ISSUE_ON_PHONE(true, true),
    /** The legacy card takes no certificates any more: apply for an Individual Number Card. */
    GET_INDIVIDUAL_NUMBER_CARD(true, false),
    RENEW(true, true),
    RENEW_ON_PHONE(true, false),
    /** After expiry: a new issue while the card is valid. */
    ISSUE_AFTER_EXPIRY(true, true),
    /** Nothing; the counter only in case of doubt. */
    NOTHING(true, false);

    private final boolean atCounter;
    private final boolean withPins;

    NextStep(boolean atCounter, boolean withPins) {
        this.atCounter = atCounter;
        this.withPins = withPins;
    }

    /** Whether the mail says where and when the counter of the notice's municipality is open. */
    public boolean atCounter() {
        return atCounter;
    }

    /** Whether the mail says what to bring. */
    public boolean withPins() {
        return withPins;
    }

    public static NextStep after(Notice notice) {
        if (notice.carrier() == Carrier.RESIDENT_CARD) {
            return GET_INDIVIDUAL_NUMBER_CARD;
        }
        var onPhone = notice.carrier() == Carrier.PHONE;
        return switch (notice.stage()) {
            case SIGNING_REVOKED -> onPhone ? ISSUE_ON_PHONE : afterChange(notice.changeReason());
            case RENEWED -> NOTHING;
            case WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT -> onPhone ? RENEW_ON_PHONE : RENEW;
            case EXPIRED -> onPhone ? ISSUE_ON_PHONE : ISSUE_AFTER_EXPIRY;
            case UNKNOWN -> throw new IllegalArgumentException("a notice of an unknown stage is a dead letter");
        };
    }

    private static NextStep afterChange(@Nullable ChangeReason reason) {
        return switch (reason) {
            case null -> ISSUE;
            case MOVED_OUT -> ISSUE_WHERE_MOVED_TO;
            case MOVED_ABROAD, DIED, DELETED_NATURALIZED, DELETED_NATIONALITY_LOST, DELETED_EX_OFFICIO -> ASK;
            case INDIVIDUAL_NUMBER_CHANGED, INDIVIDUAL_NUMBER_CORRECTED -> WITH_NEW_CARD;
            default -> ISSUE;
        };
    }
}
