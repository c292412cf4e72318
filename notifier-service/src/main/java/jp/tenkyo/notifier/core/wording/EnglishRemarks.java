package jp.tenkyo.notifier.core.wording;

/** What a mail adds about what has happened. */
final class EnglishRemarks {

    private EnglishRemarks() {}

    static String of(Remark remark) {
        return switch (remark) {
            case RECORD_WAS_WRONG ->
                "The error was in the record. It was not caused by anything you did or failed to do. We sincerely apologize"
                        + " for the trouble.";
            case ISSUERS_KEY_ALONE ->
                "What was compromised is the issuer's key. Your PINs and the private keys kept on your card or smartphone"
                        + " did not leak, and nothing you did caused this. All certificates issued with that key are no"
                        + " longer valid. We apologize for the inconvenience.";
            case MOVING_IN_UNDOES_NOTHING ->
                "If you register your move from now on, a certificate that has ended does not become valid again.";
            case WATCH_FOR_MISUSE ->
                "If you notice an online application or a login that was not yours, please also contact the office or"
                        + " service in question.";
            case UNUSABLE_ON_HOLD -> "A certificate cannot be used while it is on hold.";
            case CARD_HOLD_STAYS -> "The hold of a card's certificates is not lifted, even if the card is found.";
            case PHONE_IS_SPARED -> "This hold does not apply to certificates on your smartphone.";
            case PHONE_HOLD_CAN_END ->
                "If your smartphone is found, the hold of its authentication certificate (利用者証明用電子証明書) can be"
                        + " lifted, in the Mynaportal app (マイナポータルアプリ).";
            case PHONE_SIGNING_ANEW ->
                "The hold of a smartphone's signing certificate (署名用電子証明書) cannot be lifted. If you need one, please"
                        + " apply for a new one, even if your smartphone is found.";
            case CARD_IS_SPARED -> "This hold does not apply to the certificates on your Individual Number Card.";
            case TELL_THE_POLICE -> "If it was stolen, or lost away from home, please also report this to the police.";
            case IF_NOT_REPORTED -> "If you did not report a loss, please contact the counter named below.";
            case IF_NOT_REQUESTED -> "If you did not request this, please contact the counter named below.";
        };
    }
}
