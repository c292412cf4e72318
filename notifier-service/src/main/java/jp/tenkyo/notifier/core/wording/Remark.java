package jp.tenkyo.notifier.core.wording;

import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** What a mail adds about what has happened, beside the certificates' names. */
public enum Remark {
    /** The record was wrong, and the holder did nothing wrong. */
    RECORD_WAS_WRONG,
    /** Everything issued under that key ended; the holder's own keys and PINs did not leak. */
    ISSUERS_KEY_ALONE,
    /** Nothing that comes later brings the certificate back. */
    MOVING_IN_UNDOES_NOTHING,
    /** Somebody may have used the key. */
    WATCH_FOR_MISUSE,
    /** Certificates on hold cannot be used. */
    UNUSABLE_ON_HOLD,
    /** A card's hold is never lifted, found or not. */
    CARD_HOLD_STAYS,
    /** A hold does not cascade from the card to the phone. */
    PHONE_IS_SPARED,
    /** A phone's authentication certificate can be released when the phone is found. */
    PHONE_HOLD_CAN_END,
    /** A phone's signing certificate cannot. */
    PHONE_SIGNING_ANEW,
    /** A lost phone leaves the card as it is. */
    CARD_IS_SPARED,
    TELL_THE_POLICE,
    /** Somebody else may have said that it was lost. */
    IF_NOT_REPORTED,
    /** Somebody else may have asked for the revocation. */
    IF_NOT_REQUESTED;

    public static List<Remark> on(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED, AUTHENTICATION_ENDED -> ended(notice.cause());
            case RECORD_ERROR -> List.of(RECORD_WAS_WRONG);
            case ISSUER_COMPROMISED -> List.of(ISSUERS_KEY_ALONE);
            case ON_HOLD -> onHold(notice);
            case UNKNOWN, RENEWED, WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT, EXPIRED -> List.of();
        };
    }

    private static List<Remark> ended(@Nullable EndingCause cause) {
        return switch (cause) {
            case MOVE_OUT_TIMER -> List.of(MOVING_IN_UNDOES_NOTHING);
            case HOLDER_REQUEST -> List.of(IF_NOT_REQUESTED);
            case KEY_COMPROMISED -> List.of(WATCH_FOR_MISUSE);
            case RECORD_ERROR -> List.of(RECORD_WAS_WRONG);
            case ISSUER_COMPROMISED -> List.of(ISSUERS_KEY_ALONE);
            case null -> List.of();
            case UNKNOWN,
                    RESIDENT_CHANGE,
                    CARD_UNUSABLE,
                    CARD_RETURNED,
                    CARD_LAPSED,
                    CARD_LOST,
                    PHONE_LOST,
                    CARD_CERTIFICATE_ENDED -> List.of();
        };
    }

    private static List<Remark> onHold(Notice notice) {
        var remarks = new ArrayList<>(List.of(UNUSABLE_ON_HOLD));
        switch (notice.carrier()) {
            case PHONE -> {
                if (notice.names(CertificateKind.AUTHENTICATION)) {
                    remarks.add(PHONE_HOLD_CAN_END);
                }
                if (notice.names(CertificateKind.SIGNING)) {
                    remarks.add(PHONE_SIGNING_ANEW);
                }
                remarks.add(CARD_IS_SPARED);
            }
            case CARD -> remarks.addAll(List.of(CARD_HOLD_STAYS, PHONE_IS_SPARED));
            case RESIDENT_CARD, UNKNOWN -> remarks.add(CARD_HOLD_STAYS);
        }
        remarks.addAll(List.of(TELL_THE_POLICE, IF_NOT_REPORTED));
        return List.copyOf(remarks);
    }
}
