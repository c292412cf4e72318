package jp.tenkyo.notifier.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.BooleanSupplier;
import jp.tenkyo.notifier.core.SmtpReply;
import jp.tenkyo.notifier.core.wording.Html;
import jp.tenkyo.notifier.core.wording.MailText;
import jp.tenkyo.notifier.core.wording.PlainText;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Over SMTP, one connection for each mail. All its time-outs are in the session's settings. */
public final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    private final JavaMailSenderImpl account;
    private final InternetAddress from;
    private final InstantSource clock;

    /**
     * @param account server, login, and the session's time-outs
     * @param fromName shown beside the address; may be empty
     */
    public SmtpMailer(JavaMailSenderImpl account, String fromAddress, String fromName, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        try {
            this.from = new InternetAddress(fromAddress, fromName, UTF_8.name());
            this.from.validate();
        } catch (UnsupportedEncodingException | MessagingException e) {
            throw new IllegalArgumentException("tenkyo.mail.from is not a mail address: " + fromAddress, e);
        }
    }

    @Override
    public Answer send(String address, String messageId, MailText text, BooleanSupplier stillWanted) {
        var session = account.getSession();
        var message = composed(session, address, messageId, text);
        var transport = transport(session);
        try {
            var refusal = connect(transport);
            if (refusal != null) {
                return new Answer.Replied(refusal);
            }
            return stillWanted.getAsBoolean()
                    ? new Answer.Replied(handOver(transport, message))
                    : new Answer.NotWanted();
        } finally {
            sayGoodbye(transport);
        }
    }

    private static Transport transport(Session session) {
        try {
            return session.getTransport("smtp");
        } catch (MessagingException e) {
            throw new IllegalStateException("There is no SMTP transport on the class path.", e);
        }
    }

    private static void sayGoodbye(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was to be said has been said: a bad farewell changes nothing.
            LOG.debug("The connection to the mail server closed badly.");
        }
    }

    private SmtpReply.@Nullable NotConnected connect(Transport transport) {
        try {
            transport.connect(account.getHost(), account.getPort(), account.getUsername(), account.getPassword());
            return null;
        } catch (MessagingException e) {
            return new SmtpReply.NotConnected(
                    transport instanceof SMTPTransport smtp ? smtp.getLastReturnCode() : SmtpReply.NONE);
        }
    }

    private static SmtpReply handOver(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new SmtpReply.Accepted();
        } catch (MessagingException e) {
            return SmtpRefusal.of(e);
        }
    }

    private MimeMessage composed(Session session, String address, String messageId, MailText text) {
        try {
            var message = new MimeMessageOf(session, messageId);
            message.setFrom(from);
            message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(address, true)});
            message.setSubject(text.subject(), UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            // RFC 3834: no out-of-office answers, please.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", text.language());
            message.setContent(parts(text));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            // Without its cause, which may quote the address.
            throw new IllegalStateException(
                    "A mail could not be composed: " + e.getClass().getSimpleName());
        }
    }

    private static MimeMultipart parts(MailText text) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(PlainText.of(text), UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(Html.of(text), UTF_8.name(), "html");
        // RFC 2046 5.1.4: the richest last.
        return new MimeMultipart("alternative", plain, html);
    }

    /** Jakarta Mail draws a Message-ID of its own on saving; this one keeps ours. */
    private static final class MimeMessageOf extends MimeMessage {

        private final String messageId;

        MimeMessageOf(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
