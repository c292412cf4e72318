package jp.tenkyo.notifier.start;

import java.time.Duration;
import jp.tenkyo.notifier.core.BackOff;
import jp.tenkyo.notifier.sending.SenderSettings;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param atOnceMax mails on their way at once
 * @param pageMax notices of one partition taken up in one round
 * @param attemptsMax tries at one notice before it is given up
 */
public record MailSettings(
        String from,
        @DefaultValue("") String fromName,
        String messageIdDomain,
        int atOnceMax,
        int pageMax,
        Duration restBetweenRounds,
        int attemptsMax,
        Duration firstPause,
        int pauseFactor,
        Duration longestPause,
        Duration serverFirstPause,
        Duration serverLongestPause) {

    private static final int AT_ONCE_BOUND = 64;
    private static final int PAGE_BOUND = 1000;
    private static final int ATTEMPTS_BOUND = 100;
    private static final int SERVER_PAUSE_FACTOR = 2;

    public MailSettings {
        within("at-once-max", atOnceMax, AT_ONCE_BOUND);
        within("page-max", pageMax, PAGE_BOUND);
        within("attempts-max", attemptsMax, ATTEMPTS_BOUND);
        if (!messageIdDomain.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException(
                    "tenkyo.mail.message-id-domain must be a domain, not " + messageIdDomain);
        }
    }

    private static void within(String name, int value, int bound) {
        if (value < 1 || value > bound) {
            throw new IllegalArgumentException("tenkyo.mail.%s must be 1 to %d, not %d".formatted(name, bound, value));
        }
    }

    BackOff noticeBackOff() {
        return new BackOff(firstPause, pauseFactor, longestPause);
    }

    SenderSettings sender() {
        return new SenderSettings(
                atOnceMax,
                pageMax,
                attemptsMax,
                new BackOff(serverFirstPause, SERVER_PAUSE_FACTOR, serverLongestPause),
                messageIdDomain);
    }
}
