package jp.tenkyo.notifier.sending;

import jp.tenkyo.notifier.core.BackOff;

/**
 * @param atOnceMax mails on their way at once
 * @param pageMax notices of one partition taken up in one round
 * @param attemptsMax tries at one notice before it is given up
 * @param serverBackOff pauses of all sending while the mail server is away
 * @param messageIdDomain right of the at sign in Message-IDs
 */
public record SenderSettings(
        int atOnceMax, int pageMax, int attemptsMax, BackOff serverBackOff, String messageIdDomain) {}
