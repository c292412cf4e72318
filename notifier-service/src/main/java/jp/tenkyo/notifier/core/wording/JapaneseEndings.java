package jp.tenkyo.notifier.core.wording;

import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** That certificates ended or are on hold, and why. */
final class JapaneseEndings {

    private JapaneseEndings() {}

    static String subject(Notice notice) {
        return switch (notice.stage()) {
            case RECORD_ERROR -> "電子証明書の記録の誤りによる失効のお知らせ";
            case ON_HOLD -> what(notice) + "の一時保留のお知らせ";
            case ISSUER_COMPROMISED -> "【重要】" + what(notice) + "の失効のお知らせ（発行者の署名符号の漏えい）";
            default -> what(notice) + "の失効のお知らせ";
        };
    }

    private static String what(Notice notice) {
        if (notice.carrier() == Carrier.PHONE) {
            return "スマートフォン用電子証明書";
        }
        return kinds(notice);
    }

    static String opening(Notice notice) {
        var why = notice.byResidentChange() ? JapaneseReasons.because(notice) : because(notice);
        return switch (notice.stage()) {
            case RECORD_ERROR -> why + "お持ちの次の電子証明書が失効しました。法律の定めにより、お知らせします。";
            case ON_HOLD -> why + JapaneseDates.western(notice.dueOn()) + "から、お持ちの次の電子証明書を一時保留としています。";
            default -> why + "お持ちの次の電子証明書が失効しました。";
        };
    }

    /** Such as マイナンバーカードが返納されたため、. */
    private static String because(Notice notice) {
        return switch (notice.cause()) {
            case null -> "";
            case UNKNOWN, RESIDENT_CHANGE -> "";
            case MOVE_OUT_TIMER -> "転出予定日から30日を過ぎても転入の届出が確認できなかったため、";
            case HOLDER_REQUEST -> "ご本人からの失効の申請により、";
            case KEY_COMPROMISED -> "電子証明書の秘密鍵が漏えいした、またはそのおそれがあるため、";
            case CARD_UNUSABLE -> holds(notice.carrier()) + "が故障や破損などにより使えなくなったため、";
            case CARD_RETURNED -> holds(notice.carrier()) + "が返納されたため、";
            case CARD_LAPSED -> holds(notice.carrier()) + "が失効したため、";
            case RECORD_ERROR -> "電子証明書に記録された" + recorded(notice) + "に誤りまたは漏れがあることが分かったため、";
            case CARD_LOST -> holds(notice.carrier()) + "の紛失の届出により、";
            case PHONE_LOST -> "スマートフォンの紛失の届出により、";
            case ISSUER_COMPROMISED -> "電子証明書の発行者が署名に用いる符号（発行者署名符号）が漏えいしたため、";
            case CARD_CERTIFICATE_ENDED -> "マイナンバーカードの" + kinds(notice) + "が失効したことに伴い、";
        };
    }

    /** What holds, or with a phone's certificate stands behind, the certificate. */
    private static String holds(@Nullable Carrier carrier) {
        return carrier == Carrier.RESIDENT_CARD ? "住民基本台帳カード" : "マイナンバーカード";
    }

    private static String recorded(Notice notice) {
        return notice.changed().isEmpty() ? "事項" : JapaneseReasons.attributes(notice.changed());
    }

    /** A card's certificate takes the phone's of its kind with it. */
    static String phoneEnded(Notice notice) {
        var whatOfPhone = bothKinds(notice) ? "スマートフォン用電子証明書" : "スマートフォン用の" + kinds(notice);
        return whatOfPhone + "をお持ちの場合は、あわせて失効しています。";
    }

    private static String kinds(Notice notice) {
        if (bothKinds(notice)) {
            return "電子証明書";
        }
        return notice.names(CertificateKind.SIGNING) ? "署名用電子証明書" : "利用者証明用電子証明書";
    }

    private static boolean bothKinds(Notice notice) {
        return notice.names(CertificateKind.SIGNING) && notice.names(CertificateKind.AUTHENTICATION);
    }
}
