package jp.tenkyo.notifier.core.wording;

/** What a mail adds about what has happened. */
final class JapaneseRemarks {

    private JapaneseRemarks() {}

    static String of(Remark remark) {
        return switch (remark) {
            case RECORD_WAS_WRONG -> "これは電子証明書の記録の誤りによるもので、ご本人の手続きや使い方に原因があるものではありません。ご迷惑をおかけしますことを、深くおわび申し上げます。";
            case ISSUERS_KEY_ALONE ->
                "漏えいしたのは電子証明書の発行者の符号です。ご本人の暗証番号や、カードまたはスマートフォンに保存されている秘密鍵が漏えいしたものではなく、ご本人の使い方に原因があるものでもありません。同じ符号により発行された電子証明書は、すべて失効しています。ご不便をおかけしますことを、おわび申し上げます。";
            case MOVING_IN_UNDOES_NOTHING -> "この後に転入の届出をされても、失効した電子証明書が再び有効になることはありません。";
            case WATCH_FOR_MISUSE -> "身に覚えのない電子申請やログインなどにお気づきの場合は、その手続きやサービスの窓口にもご連絡ください。";
            case UNUSABLE_ON_HOLD -> "一時保留中の電子証明書は、ご利用いただけません。";
            case CARD_HOLD_STAYS -> "カードの電子証明書の一時保留は、カードが見つかった場合も解除されません。";
            case PHONE_IS_SPARED -> "スマートフォン用電子証明書は、今回の一時保留の対象ではありません。";
            case PHONE_HOLD_CAN_END ->
                "スマートフォンが見つかった場合は、スマートフォン用の利用者証明用電子証明書の一時保留を解除することができます。解除の手続きは、マイナポータルアプリから行ってください。";
            case PHONE_SIGNING_ANEW -> "スマートフォン用の署名用電子証明書の一時保留は解除できません。スマートフォンが見つかった場合も、引き続き必要とされる方は、あらためて申請してください。";
            case CARD_IS_SPARED -> "マイナンバーカードの電子証明書は、今回の一時保留の対象ではありません。";
            case TELL_THE_POLICE -> "盗難にあわれた場合や、外出先で紛失された場合は、警察にも届け出てください。";
            case IF_NOT_REPORTED -> "紛失の届出にお心当たりのない場合は、下記の窓口にお問い合わせください。";
            case IF_NOT_REQUESTED -> "失効の申請にお心当たりのない場合は、下記の窓口にお問い合わせください。";
        };
    }
}
