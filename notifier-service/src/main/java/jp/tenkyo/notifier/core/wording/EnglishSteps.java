package jp.tenkyo.notifier.core.wording;

/** What the holder can do now, as a sentence before the counter's address. */
final class EnglishSteps {

    private EnglishSteps() {}

    static String of(NextStep step) {
        return switch (step) {
            case ISSUE -> "If you need a signing certificate, please apply for a new one at this counter:";
            case ISSUE_WHERE_MOVED_TO ->
                "If you need a signing certificate, please apply for a new one at the counter of your new municipality,"
                        + " after registering your move there. It is free of charge.";
            case ASK -> "Please ask this counter about your certificates:";
            case WITH_NEW_CARD ->
                "Please apply for new certificates together with your new Individual Number Card. For details, ask this"
                        + " counter:";
            case ISSUE_AGAIN -> "If you need a certificate, please apply for a new one at this counter:";
            case ISSUE_AFTER_MOVE_IN ->
                "If you need a certificate, please register your move in the municipality where you live now, and then apply"
                        + " for a new one at the counter there. Your Individual Number Card may need a procedure too: please"
                        + " ask that counter.";
            case GET_CARD_AGAIN ->
                "If you need a certificate and have no new Individual Number Card, please apply for one. Certificates can be"
                        + " issued on the new card. For details, ask this counter:";
            case AFTER_CARD_LOSS ->
                "For loss and theft, the My Number toll-free line (マイナンバー総合フリーダイヤル) answers at all hours of all days: "
                        + Words.LOSS_TELEPHONE
                        + ". If your card is found and you need a certificate, please apply for a new certificate at the"
                        + " counter below. If it is not found, please apply there for a new card and new certificates.";
            case AFTER_PHONE_LOSS ->
                "For loss and theft, and for questions about the hold, the My Number toll-free line"
                        + " (マイナンバー総合フリーダイヤル) answers at all hours of all days: "
                        + Words.LOSS_TELEPHONE
                        + ". If your smartphone is not found, please apply for smartphone certificates again on another one."
                        + " For the certificates on your card, ask this counter:";
            case CARD_THEN_PHONE ->
                "To use smartphone certificates again, first have a new certificate issued on your Individual Number Card,"
                        + " and then apply for the smartphone certificate. What the card needs depends on why its"
                        + " certificate ended: please ask this counter:";
            case ISSUE_ON_PHONE ->
                "A smartphone certificate needs a valid signing certificate on your Individual Number Card. If that one is"
                        + " valid, please apply for the smartphone certificate again. If not, please first apply for a new"
                        + " one at this counter:";
            case GET_INDIVIDUAL_NUMBER_CARD ->
                "Certificates are no longer issued on Basic Resident Register Cards. If you need one, please apply for an"
                        + " Individual Number Card. For details, ask this counter:";
            case RENEW -> "Please renew at this counter:";
            case RENEW_ON_PHONE ->
                "Please apply for renewal of the smartphone certificate. It is free of charge. For questions, or for the"
                        + " certificates on your card, ask this counter:";
            case ISSUE_AFTER_EXPIRY ->
                "While your Individual Number Card is valid, you can have a new certificate issued at this counter:";
            case NOTHING -> "You need not do anything. If you did not renew, please contact this counter:";
        };
    }
}
