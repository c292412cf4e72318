package jp.tenkyo.notifier.core.wording;

import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** That certificates ended or are on hold, and why. */
final class EnglishEndings {

    private EnglishEndings() {}

    static String subject(Notice notice) {
        var what = "Your " + (notice.carrier() == Carrier.PHONE ? phones(notice) : kinds(notice));
        return switch (notice.stage()) {
            case RECORD_ERROR -> what + is(notice) + "no longer valid because of an error in the record";
            case ON_HOLD -> what + is(notice) + "on hold";
            case ISSUER_COMPROMISED ->
                "Important: your " + what.substring("Your ".length()) + is(notice)
                        + "no longer valid (issuer's key compromised)";
            default -> what + is(notice) + "no longer valid";
        };
    }

    static String opening(Notice notice) {
        var why = notice.byResidentChange() ? EnglishReasons.because(notice) : because(notice);
        var these = several(notice) ? "The following certificates" : "The following certificate";
        return switch (notice.stage()) {
            case RECORD_ERROR -> these + is(notice) + "no longer valid" + why + ". The law requires that we tell you.";
            case ON_HOLD ->
                these + (several(notice) ? " have" : " has") + " been on hold (一時保留) since "
                        + EnglishWords.DATE.format(notice.dueOn()) + "," + why + ".";
            default -> these + is(notice) + "no longer valid" + why + ".";
        };
    }

    /** Such as " because your Individual Number Card was returned". */
    private static String because(Notice notice) {
        return switch (notice.cause()) {
            case null -> "";
            case UNKNOWN, RESIDENT_CHANGE -> "";
            case MOVE_OUT_TIMER ->
                " because no notification of moving in (転入届) was recorded within 30 days after your planned move-out date";
            case HOLDER_REQUEST -> ", as you requested (失効申請)";
            case KEY_COMPROMISED -> " because a private key has leaked or may have leaked";
            case CARD_UNUSABLE ->
                " because " + holds(notice.carrier()) + " can no longer be used, as when it is damaged";
            case CARD_RETURNED -> " because " + holds(notice.carrier()) + " was returned";
            case CARD_LAPSED -> " because " + holds(notice.carrier()) + " is no longer valid";
            case RECORD_ERROR ->
                " because an error or omission was found in what was recorded (記録誤り等)" + recorded(notice);
            case CARD_LOST -> " because " + holds(notice.carrier()) + " was reported lost";
            case PHONE_LOST -> " because your smartphone was reported lost";
            case ISSUER_COMPROMISED ->
                " because the key with which the issuer signs certificates was compromised (発行者署名符号の漏えい)";
            case CARD_CERTIFICATE_ENDED ->
                " because the " + kinds(notice) + " on your Individual Number Card" + is(notice) + "no longer valid";
        };
    }

    /** What holds, or with a phone's certificate stands behind, the certificate. */
    private static String holds(@Nullable Carrier carrier) {
        return carrier == Carrier.RESIDENT_CARD ? "your Basic Resident Register Card" : "your Individual Number Card";
    }

    private static String recorded(Notice notice) {
        return notice.changed().isEmpty() ? "" : ": " + EnglishReasons.attributes(notice.changed());
    }

    /** A card's certificate takes the phone's of its kind with it. */
    static String phoneEnded(Notice notice) {
        return several(notice)
                ? "If you have certificates on your smartphone, they are no longer valid either."
                : "If you have " + (notice.names(CertificateKind.SIGNING) ? "a " : "an ") + kinds(notice)
                        + " on your smartphone, it is no longer valid either.";
    }

    private static String phones(Notice notice) {
        return several(notice) ? "smartphone certificates" : "smartphone certificate";
    }

    private static String kinds(Notice notice) {
        if (notice.names(CertificateKind.SIGNING) && notice.names(CertificateKind.AUTHENTICATION)) {
            return "digital certificates";
        }
        var kind = notice.names(CertificateKind.SIGNING) ? "signing" : "authentication";
        return kind + (several(notice) ? " certificates" : " certificate");
    }

    private static String is(Notice notice) {
        return several(notice) ? " are " : " is ";
    }

    private static boolean several(Notice notice) {
        return notice.certificates().size() > 1;
    }
}
