package jp.tenkyo.notifier.core.wording;

import java.time.LocalDate;
import java.util.List;
import jp.tenkyo.notifier.core.Notice;

/** The sentences of one language. {@link Composition} puts them in order; what is true is decided there. */
sealed interface Words permits JapaneseWords, EnglishWords {

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

    /** Only of a card's notice: what it means for the phone's certificates. */
    List<String> phone(Notice notice);

    String nextStepHeading(NextStep step);

    String nextStep(NextStep step, Municipality municipality);

    /** Where, when, fee, and that branches do not do it. */
    List<String> counter(Municipality municipality, NextStep step);

    String bringHeading();

    List<String> bring(boolean signingPin, boolean authenticationPin);

    String forgottenPin();

    String insuranceHeading();

    /** @param until last day on which the card still serves as a health-insurance card */
    String insurance(LocalDate until);

    List<String> closing();
}
