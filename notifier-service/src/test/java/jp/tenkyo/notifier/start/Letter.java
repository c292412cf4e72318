package jp.tenkyo.notifier.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mail as a person finds it: its subject with the plain text, and its HTML. */
record Letter(String text, String html) {

    private static final Path FOLDER = Path.of("src/test/resources/mails");

    record Read(String messageId, Letter letter) {}

    static Letter inFile(String name) {
        try {
            return new Letter(
                    Files.readString(FOLDER.resolve(name + ".txt"), UTF_8),
                    Files.readString(FOLDER.resolve(name + ".html"), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(MimeMessage mail) {
        try {
            var alternatives = (MimeMultipart) mail.getContent();
            return new Read(
                    mail.getMessageID(),
                    new Letter(
                            "Subject: " + mail.getSubject() + "\n\n" + content(alternatives.getBodyPart(0)),
                            content(alternatives.getBodyPart(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SMTP ends lines with CR and LF. */
    private static String content(BodyPart part) throws IOException, MessagingException {
        return part.getContent().toString().replace("\r\n", "\n");
    }
}
