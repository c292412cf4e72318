package jp.tenkyo.notifier.core.wording;

import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** What the holder can do now. */
public enum NextStep {
    /** A new signing certificate, at the counter. */
    ISSUE(true, true),
    /** New certificates of whatever kind ended, at the counter. */
    ISSUE_AGAIN(true, true),
    /** A new signing certificate, at the counter of the municipality moved to, after moving in there. */
    ISSUE_WHERE_MOVED_TO(false, true),
    /** Ask the counter: what comes next hangs on things that a notice does not know. */
    ASK(true, false),
    /** The card is replaced, and new certificates come with the new card. */
    WITH_NEW_CARD(true, false),
    /** New certificates where the holder lives now, after moving in there. */
    ISSUE_AFTER_MOVE_IN(false, false),
    /** The card was given back: a new one first. */
    GET_CARD_AGAIN(true, false),
    /** The card was lost: new certificates on it if it is found, else with a new card. */
    AFTER_CARD_LOSS(true, false),
    /** The phone was lost: its certificates anew on another one. */
    AFTER_PHONE_LOSS(true, false),
    /** The phone's certificates ended with the card's: the card's first, in whichever way its own mail says. */
    CARD_THEN_PHONE(true, false),
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
            case SIGNING_REVOKED, AUTHENTICATION_ENDED, RECORD_ERROR, ISSUER_COMPROMISED ->
                afterEnding(notice, onPhone);
            case ON_HOLD -> onPhone ? AFTER_PHONE_LOSS : AFTER_CARD_LOSS;
            case RENEWED -> NOTHING;
            case WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT -> onPhone ? RENEW_ON_PHONE : RENEW;
            case EXPIRED -> onPhone ? ISSUE_ON_PHONE : ISSUE_AFTER_EXPIRY;
            case UNKNOWN -> throw new IllegalArgumentException("a notice of an unknown stage is a dead letter");
        };
    }

    private static NextStep afterEnding(Notice notice, boolean onPhone) {
        return switch (notice.cause()) {
            case null -> afterChange(notice, onPhone);
            case RESIDENT_CHANGE -> afterChange(notice, onPhone);
            case MOVE_OUT_TIMER -> ISSUE_AFTER_MOVE_IN;
            case RECORD_ERROR -> afterRecordError(notice.changeReason(), onPhone);
            case HOLDER_REQUEST, KEY_COMPROMISED, ISSUER_COMPROMISED, UNKNOWN -> onPhone ? ISSUE_ON_PHONE : ISSUE_AGAIN;
            case CARD_UNUSABLE, CARD_LAPSED -> onPhone ? CARD_THEN_PHONE : WITH_NEW_CARD;
            case CARD_RETURNED -> onPhone ? CARD_THEN_PHONE : GET_CARD_AGAIN;
            case CARD_LOST -> onPhone ? CARD_THEN_PHONE : AFTER_CARD_LOSS;
            case PHONE_LOST -> AFTER_PHONE_LOSS;
            case CARD_CERTIFICATE_ENDED -> CARD_THEN_PHONE;
        };
    }

    private static NextStep afterChange(Notice notice, boolean onPhone) {
        var bySigningAlone = notice.stage() == NoticeStage.SIGNING_REVOKED;
        if (onPhone && bySigningAlone) {
            return ISSUE_ON_PHONE;
        }
        return switch (notice.changeReason()) {
            case null -> bySigningAlone ? ISSUE : ISSUE_AGAIN;
            case MOVED_OUT -> bySigningAlone ? ISSUE_WHERE_MOVED_TO : ISSUE_AFTER_MOVE_IN;
            case MOVED_ABROAD, DIED, DELETED_NATURALIZED, DELETED_NATIONALITY_LOST, DELETED_EX_OFFICIO -> ASK;
            case INDIVIDUAL_NUMBER_CHANGED, INDIVIDUAL_NUMBER_CORRECTED -> onPhone ? CARD_THEN_PHONE : WITH_NEW_CARD;
            default -> bySigningAlone ? ISSUE : ISSUE_AGAIN;
        };
    }

    /** Where the whole entry was annulled, what comes next hangs on where the holder's record is now. */
    private static NextStep afterRecordError(@Nullable ChangeReason reason, boolean onPhone) {
        if (reason == ChangeReason.ANNULLED_ENTRY) {
            return ASK;
        }
        return onPhone ? ISSUE_ON_PHONE : ISSUE_AGAIN;
    }
}
