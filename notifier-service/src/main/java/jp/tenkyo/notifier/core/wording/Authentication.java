package jp.tenkyo.notifier.core.wording;

import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.notifier.core.Notice;

/** What a mail about a revoked signing certificate may say of the holder's authentication certificate. */
public enum Authentication {
    /** The change does not touch it. */
    STAYS,
    /** It stays, unless the holder does not register elsewhere within 30 days after the planned move-out date. */
    STAYS_IF_MOVED_IN,
    /** It stays for those who filed for continued use (継続利用). */
    STAYS_IF_CONTINUED,
    /** It has lost effect too. */
    ENDED,
    /** Nothing is known of it. */
    NOT_SAID;

    /** The column "authentication" of the table of effects: Act 15, 31(1)(ii), 34. */
    public static Authentication after(Notice notice) {
        if (notice.names(CertificateKind.AUTHENTICATION)) {
            return ENDED;
        }
        var reason = notice.changeReason();
        if (reason == null || !notice.byResidentChange() || notice.carrier() == Carrier.RESIDENT_CARD) {
            return NOT_SAID;
        }
        return switch (reason) {
            case MOVED_OUT -> STAYS_IF_MOVED_IN;
            case MOVED_ABROAD -> STAYS_IF_CONTINUED;
            case DIED,
                    DELETED_NATURALIZED,
                    DELETED_NATIONALITY_LOST,
                    DELETED_EX_OFFICIO,
                    INDIVIDUAL_NUMBER_CHANGED,
                    INDIVIDUAL_NUMBER_CORRECTED -> ENDED;
            case UNKNOWN -> NOT_SAID;
            default -> STAYS;
        };
    }
}
