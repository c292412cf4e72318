package jp.tenkyo.notifier.sending;

import java.util.function.BooleanSupplier;
import jp.tenkyo.notifier.core.SmtpReply;
import jp.tenkyo.notifier.core.wording.MailText;

/**
 * Hands one mail to a mail server. Safe for several threads; bounded in time; never throws for what the server does.
 */
public interface Mailer {

    /**
     * @param messageId the same for every attempt at one notice
     * @param stillWanted asked at the last moment before the mail leaves, over an open connection
     * @return empty-handed ({@link Answer.NotWanted}) if it was wanted no more
     */
    Answer send(String address, String messageId, MailText text, BooleanSupplier stillWanted);

    /** What came of it. */
    sealed interface Answer {

        record Replied(SmtpReply reply) implements Answer {}

        record NotWanted() implements Answer {}
    }
}
