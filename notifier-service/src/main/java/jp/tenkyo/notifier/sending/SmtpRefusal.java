package jp.tenkyo.notifier.sending;

import jakarta.mail.MessagingException;
import java.util.Locale;
import jp.tenkyo.notifier.core.SmtpReply;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads Angus Mail's chain of exceptions. Takes codes alone: the texts quote addresses. */
final class SmtpRefusal {

    private static final int CHAIN_MAX = 16;

    private SmtpRefusal() {}

    /** The innermost exception that has a reply code says where the conversation ended. */
    static SmtpReply of(MessagingException failure) {
        SmtpReply found = new SmtpReply.Lost();
        Exception next = failure;
        for (var n = 0; n < CHAIN_MAX && next instanceof MessagingException e; n++) {
            var reply = replyIn(e);
            found = reply == null ? found : reply;
            next = e.getNextException();
        }
        return found;
    }

    private static @Nullable SmtpReply replyIn(MessagingException e) {
        return switch (e) {
            case SMTPAddressFailedException address -> refused(SmtpReply.Step.RECIPIENT, address.getReturnCode());
            case SMTPSenderFailedException sender -> refused(SmtpReply.Step.SENDER, sender.getReturnCode());
            case SMTPSendFailedException send -> refused(stepOf(send.getCommand()), send.getReturnCode());
            default -> null;
        };
    }

    private static SmtpReply refused(SmtpReply.Step step, int code) {
        return code < 0 ? new SmtpReply.Lost() : new SmtpReply.Refused(step, code);
    }

    private static SmtpReply.Step stepOf(@Nullable String command) {
        var verb = command == null ? "" : command.toUpperCase(Locale.ROOT);
        if (verb.startsWith("MAIL")) {
            return SmtpReply.Step.SENDER;
        }
        return verb.startsWith("RCPT") ? SmtpReply.Step.RECIPIENT : SmtpReply.Step.CONTENT;
    }
}
