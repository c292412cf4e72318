package jp.tenkyo.stack;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** An SMTP server that takes every mail for everybody and keeps it in memory. */
public final class LocalMail implements AutoCloseable {

    private final GreenMail server;

    private LocalMail(GreenMail server) {
        this.server = server;
    }

    /** @param smtpPort on 127.0.0.1; 0 for any that is free */
    public static LocalMail start(int smtpPort) {
        var setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var server = new GreenMail(setup);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new LocalMail(server);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** All mails so far, of all mailboxes. */
    public List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void close() {
        server.stop();
    }
}
