package jp.tenkyo.notifier.start;

import java.util.List;
import jp.tenkyo.notifier.topology.NotifierTopology;
import jp.tenkyo.schemas.setup.StartCheck;
import jp.tenkyo.schemas.setup.StartCheck.NotReadyException;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Before anything runs: are topics, schemas and settings as they must be? */
@Component
class SettingsAndSurroundings implements SmartLifecycle {

    private static final List<String> TIMEOUTS =
            List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final NotifierSettings settings;
    private final MailProperties mail;
    private volatile boolean passed;

    SettingsAndSurroundings(NotifierSettings settings, MailProperties mail) {
        this.settings = settings;
        this.mail = mail;
    }

    @Override
    public void start() {
        mailIsBounded();
        if (settings.checkTopics()) {
            installationIsAsNeeded();
        }
        passed = true;
    }

    private void mailIsBounded() {
        for (var name : TIMEOUTS) {
            if (!mail.getProperties().getOrDefault(name, "").matches("[1-9][0-9]*")) {
                throw new StartRefusedException(
                        "Without spring.mail.properties." + name
                                + " a mail server that falls silent stops all sending.",
                        "Set it to a time in milliseconds.");
            }
        }
    }

    private void installationIsAsNeeded() {
        try {
            StartCheck.refuseUnlessReady(
                    settings.kafka().bootstrapServers(),
                    settings.layout(),
                    settings.registry().url(),
                    NotifierTopology.INPUTS,
                    settings.startPatience());
        } catch (NotReadyException e) {
            throw new StartRefusedException(
                    String.valueOf(e.getMessage()),
                    "Do what each line says, or set tenkyo.check-topics=false if you know better.");
        }
    }

    @Override
    public void stop() {
        passed = false;
    }

    @Override
    public boolean isRunning() {
        return passed;
    }

    /** First of all. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
