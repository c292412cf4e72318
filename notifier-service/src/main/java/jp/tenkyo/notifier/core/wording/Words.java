package jp.tenkyo.notifier.core.wording;

import java.time.LocalDate;
import java.util.List;
import jp.tenkyo.notifier.core.Notice;

/** The sentences of one language. {@link Composition} puts them in order; what is true is decided there. */
sealed interface Words permits JapaneseWords, EnglishWords {

    /** Of the whole country, at all hours for loss and theft: the line that jpki.go.jp names for it. */
    String LOSS_TELEPHONE = "0120-95-0178";

    /** BCP 47 tag. */
    String language();

    String subject(Notice notice);

    /** Salutation and sender. No name: a contact point has none. */
    List<String> greeting(Municipality municipality);

    /** What has happened, or will. */
    String opening(Notice notice);

    /** A certificate's name; with its last day where the notice is about time. */
    String certificate(Notice notice, Notice.Certificate certificate);

    /** Why a change of the resident record ends a signing certificate. */
    String whySigningEnds();

    /** Empty where nothing is to be said. */
    List<String> authentication(Authentication authentication);

    String remark(Remark remark);

    /** Only of a card's notice: what it means for the phone's certificates. */
    List<String> phone(Notice notice);

    String nextStepHeading(NextStep step);

    String nextStep(NextStep step);

    /**
     * Where, when, fee, and that branches do not do it.
     *
     * @param free whether issue and renewal are known to cost nothing; else the counter is to be asked
     */
    List<String> counter(Municipality municipality, NextStep step, boolean free);

    String bringHeading();

    List<String> bring(boolean signingPin, boolean authenticationPin);

    String forgottenPin();

    String insuranceHeading();

    /** @param until last day on which the card still serves as a health-insurance card */
    String insurance(LocalDate until);

    /** Only of an authentication certificate that ended before its last day, or is on hold. */
    String insuranceInDoubt();

    List<String> closing();
}
