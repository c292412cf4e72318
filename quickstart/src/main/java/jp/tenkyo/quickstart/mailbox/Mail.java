package jp.tenkyo.quickstart.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.tenkyo.quickstart.page.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A mail that arrived.
 *
 * @param number from 1, rising in the order of arrival
 * @param source the mail as it came, RFC 5322
 */
record Mail(long number, Instant arrivedAt, String from, String to, String subject, Bytes source) {

    static Mail of(long number, Instant arrivedAt, MimeMessage message) throws MessagingException, IOException {
        var source = new ByteArrayOutputStream();
        message.writeTo(source);
        var subject = message.getSubject();
        return new Mail(
                number,
                arrivedAt,
                addresses(message.getFrom()),
                addresses(message.getAllRecipients()),
                subject == null ? "" : subject,
                new Bytes(source.toByteArray()));
    }

    /** The mail, parsed once more: parts and headers are wanted only when somebody opens it. */
    MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source.array()));
    }

    /** Whether a recipient or the subject holds the words, in any case. */
    boolean mentions(String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return to.toLowerCase(Locale.ROOT).contains(wanted)
                || subject.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Mail::readable).collect(Collectors.joining(", "));
    }

    private static String readable(Address address) {
        return address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString();
    }
}
