package jp.tenkyo.quickstart.scenarios;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.tenkyo.stack.LocalBroker;
import jp.tenkyo.stack.LocalMail;
import jp.tenkyo.stack.LocalRegistry;

/** Broker and mail server in this process, registry in a process of its own. */
final class LocalSurroundings implements Surroundings {

    private final Path registryFolder;
    private final LocalBroker broker;
    private final LocalMail mail;
    private LocalRegistry registry;

    LocalSurroundings(Path folder) {
        registryFolder = folder.resolve("registry");
        broker = LocalBroker.start(folder.resolve("kafka"), 0);
        mail = LocalMail.start(0);
        registry = LocalRegistry.start(registryFolder, 0);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public String smtpHost() {
        return "127.0.0.1";
    }

    @Override
    public int smtpPort() {
        return mail.smtpPort();
    }

    @Override
    public List<String> subjectsOfMailsTo(String address) {
        return mail.messages().stream()
                .filter(message -> isTo(message, address))
                .map(LocalSurroundings::subjectOf)
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subjectOf(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stopRegistry() {
        registry.close();
    }

    @Override
    public void startRegistry() {
        registry = LocalRegistry.start(registryFolder, registry.port());
    }

    @Override
    public void close() {
        registry.close();
        mail.close();
        broker.close();
    }
}
