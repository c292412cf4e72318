package jp.tenkyo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LocalMailTest {

    @Test
    void a_mail_to_anybody_arrives_without_a_password() throws Exception {
        try (var mail = LocalMail.start(0)) {
            Transport.send(mailTo("somebody@example.jp", mail.smtpPort()));

            assertThat(mail.messages()).singleElement().satisfies(message -> {
                assertThat(message.getSubject()).isEqualTo("お知らせ");
                assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("somebody@example.jp"));
            });
        }
    }

    @Test
    void a_server_that_was_stopped_leaves_its_port_to_the_next() {
        int port;
        try (var mail = LocalMail.start(0)) {
            port = mail.smtpPort();
        }
        try (var next = LocalMail.start(port)) {
            assertThat(next.smtpPort()).isEqualTo(port);
            assertThat(next.messages()).isEmpty();
        }
    }

    private static MimeMessage mailTo(String address, int port) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.timeout", "5000");
        settings.put("mail.smtp.connectiontimeout", "5000");
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("counter@example.jp");
        message.setRecipients(Message.RecipientType.TO, address);
        message.setSubject("お知らせ", "UTF-8");
        message.setText("本文", "UTF-8");
        return message;
    }
}
