package jp.tenkyo.stack;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** An SMTP server that takes every mail for everybody. */
public final class LocalMail implements AutoCloseable {

    /** For how long a busy machine may keep the server's thread waiting before it listens. */
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);

    private final GreenMail server;

    private LocalMail(GreenMail server) {
        this.server = server;
    }

    /**
     * Starts a server that keeps all mails in memory.
     *
     * @param smtpPort on 127.0.0.1; 0 for any that is free
     */
    public static LocalMail start(int smtpPort) {
        return new LocalMail(serverOn(smtpPort));
    }

    /**
     * Starts a server that hands each mail on, once for each recipient, and keeps none. The sender hears of success
     * when the receiver has returned.
     *
     * @param smtpPort on 127.0.0.1; 0 for any that is free
     */
    public static LocalMail start(int smtpPort, Consumer<MimeMessage> receiver) {
        var server = serverOn(smtpPort);
        var recipients = server.getManagers().getUserManager();
        recipients.setMessageDeliveryHandler(
                (message, address) -> new HandingOnRecipient(address.getEmail(), receiver));
        return new LocalMail(server);
    }

    private static GreenMail serverOn(int smtpPort) {
        var setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(UP_WITHIN.toMillis());
        var server = new GreenMail(setup);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return server;
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
