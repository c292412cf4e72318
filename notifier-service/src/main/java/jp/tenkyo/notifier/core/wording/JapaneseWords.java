package jp.tenkyo.notifier.core.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.notifier.core.Notice;

/** As a municipal office writes to its residents. */
final class JapaneseWords implements Words {

    @Override
    public String language() {
        return "ja";
    }

    @Override
    public String subject(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED -> notice.carrier() == Carrier.PHONE ? "スマートフォン用電子証明書の失効のお知らせ" : "署名用電子証明書の失効のお知らせ";
            case WINDOW_OPENED -> "電子証明書の更新手続きのご案内";
            case ONE_MONTH_LEFT -> "電子証明書の更新手続きのご案内（有効期限までおよそ1か月）";
            case ONE_WEEK_LEFT -> "電子証明書の更新手続きのご案内（有効期限までおよそ1週間）";
            case EXPIRED -> "電子証明書の有効期限満了のお知らせ";
            case AUTHENTICATION_ENDED, RECORD_ERROR, ON_HOLD, ISSUER_COMPROMISED -> JapaneseEndings.subject(notice);
            case RENEWED -> "電子証明書の更新完了のお知らせ";
            case UNKNOWN -> throw new IllegalArgumentException("a notice of an unknown stage is a dead letter");
        };
    }

    @Override
    public List<String> greeting(Municipality municipality) {
        return List.of(
                "ご本人様",
                municipality.equals(Municipality.NOT_NAMED)
                        ? "電子証明書についてのお知らせです。"
                        : municipality.ja() + "から、電子証明書についてのお知らせです。");
    }

    @Override
    public String opening(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED, AUTHENTICATION_ENDED, RECORD_ERROR, ON_HOLD, ISSUER_COMPROMISED ->
                JapaneseEndings.opening(notice);
            case WINDOW_OPENED -> "お持ちの次の電子証明書は、まもなく有効期限を迎えます。更新の手続きを受け付けておりますので、お早めにお手続きください。";
            case ONE_MONTH_LEFT -> "お持ちの次の電子証明書は、有効期限までおよそ1か月となりました。更新がお済みでない場合は、お早めにお手続きください。";
            case ONE_WEEK_LEFT -> "お持ちの次の電子証明書は、有効期限までおよそ1週間となりました。有効期限を過ぎると利用できなくなりますので、お急ぎください。";
            case EXPIRED -> "お持ちの次の電子証明書は、有効期限が過ぎたため、利用できなくなりました。";
            case RENEWED -> "電子証明書の更新が完了しました。更新前の電子証明書は失効し、今後は次の電子証明書をご利用いただけます。";
            case UNKNOWN -> throw new IllegalArgumentException("a notice of an unknown stage is a dead letter");
        };
    }

    @Override
    public String certificate(Notice notice, Notice.Certificate certificate) {
        var kind = certificate.kind() == CertificateKind.SIGNING ? "署名用電子証明書" : "利用者証明用電子証明書";
        var name =
                switch (notice.carrier()) {
                    case PHONE -> "スマートフォン用電子証明書（" + kind + "）";
                    case RESIDENT_CARD -> kind + "（住民基本台帳カード）";
                    case CARD, UNKNOWN -> kind + "（マイナンバーカード）";
                };
        return Composition.saysWhatEnded(notice.stage())
                ? name
                : name + "　有効期限：" + JapaneseDates.withEra(certificate.lastDay());
    }

    @Override
    public String whySigningEnds() {
        return "署名用電子証明書には、住民票の氏名、住所、生年月日および性別が記録されています。これらの記載が変わると、法律の定めにより署名用電子証明書は効力を失います。";
    }

    @Override
    public List<String> authentication(Authentication authentication) {
        return switch (authentication) {
            case STAYS -> List.of("利用者証明用電子証明書は、今回の変更では失効しません。有効期限まで、引き続きご利用いただけます。");
            case STAYS_IF_MOVED_IN -> List.of("利用者証明用電子証明書は、今回の転出では失効しません。ただし、転出予定日から30日を過ぎても転入の届出をされない場合は、失効します。");
            case STAYS_IF_CONTINUED -> List.of("マイナンバーカードの継続利用の手続きをされた方は、利用者証明用電子証明書を引き続きご利用いただけます。");
            case ENDED -> List.of("利用者証明用電子証明書をお持ちの場合は、あわせて失効しています。");
            case NOT_SAID -> List.of();
        };
    }

    @Override
    public String remark(Remark remark) {
        return JapaneseRemarks.of(remark);
    }

    @Override
    public List<String> phone(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED -> List.of("スマートフォン用の署名用電子証明書をお持ちの場合は、あわせて失効しています。");
            case AUTHENTICATION_ENDED, RECORD_ERROR, ISSUER_COMPROMISED -> List.of(JapaneseEndings.phoneEnded(notice));
            case RENEWED ->
                List.of("スマートフォン用電子証明書をお持ちの場合、カードの電子証明書の更新に伴い、同じ種類のスマートフォン用電子証明書は失効しています。引き続きご利用になるには、あらためて申請してください。");
            default -> List.of();
        };
    }

    @Override
    public String nextStepHeading(NextStep step) {
        return switch (step) {
            case RENEW, RENEW_ON_PHONE -> "更新の手続き";
            case NOTHING -> "お問い合わせ";
            default -> "今後の手続き";
        };
    }

    @Override
    public String nextStep(NextStep step) {
        return JapaneseSteps.of(step);
    }

    @Override
    public List<String> counter(Municipality municipality, NextStep step, boolean free) {
        var lines = new ArrayList<>(
                List.of("窓口：" + municipality.ja() + "　" + municipality.counterJa(), "受付時間：開庁日の8時45分から17時15分まで"));
        if (step != NextStep.NOTHING) {
            lines.add(free ? "手数料：無料（電子証明書の発行・更新）" : "手数料：窓口でご確認ください");
            lines.add("支所・出張所では手続きできません。");
        }
        return lines;
    }

    @Override
    public String bringHeading() {
        return "お持ちいただくもの";
    }

    @Override
    public List<String> bring(boolean signingPin, boolean authenticationPin) {
        var items = new ArrayList<>(List.of("ご本人のマイナンバーカード"));
        if (signingPin) {
            items.add("署名用電子証明書の暗証番号（英数字6文字以上16文字以下）");
        }
        if (authenticationPin) {
            items.add("利用者証明用電子証明書の暗証番号（数字4桁）");
        }
        return items;
    }

    @Override
    public String forgottenPin() {
        return "暗証番号は、窓口でご本人に入力していただきます。お忘れの場合は、同じ窓口で再設定できますので、本人確認書類もあわせてお持ちください。";
    }

    @Override
    public String insuranceHeading() {
        return "マイナ保険証をご利用の方へ";
    }

    @Override
    public String insurance(LocalDate until) {
        return "利用者証明用電子証明書の有効期限が過ぎても、" + JapaneseDates.western(until)
                + "までは、マイナ保険証として引き続きご利用いただけます。その後もご利用になるには、電子証明書の手続きが必要です。";
    }

    @Override
    public String insuranceInDoubt() {
        return "カードをマイナ保険証としてご利用いただくには、カードの利用者証明用電子証明書が必要です。ご利用いただけない場合がありますので、受診の前に、ご加入の医療保険者（健康保険組合、市区町村など）にご確認ください。";
    }

    @Override
    public List<String> closing() {
        return List.of("メールや電話で暗証番号をお尋ねすることはありません。", "このメールは自動で送信しています。ご返信いただいてもお答えできませんので、ご了承ください。");
    }
}
