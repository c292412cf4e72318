package jp.tenkyo.notifier.start;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.tenkyo.notifier.topology.NotifierTopology;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.setup.BrokerUnavailableException;
import jp.tenkyo.schemas.setup.TopicCheck;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Before anything runs: are topics, schemas and settings as they must be? */
@Component
class StartCheck implements SmartLifecycle {

    private static final List<String> TIMEOUTS =
            List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final NotifierSettings settings;
    private final MailProperties mail;
    private volatile boolean passed;

    StartCheck(NotifierSettings settings, MailProperties mail) {
        this.settings = settings;
        this.mail = mail;
    }

    @Override
    public void start() {
        mailIsBounded();
        if (settings.checkTopics()) {
            topicsAreAsTheCatalogueSays();
        }
        schemasAreRegistered();
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

    private void topicsAreAsTheCatalogueSays() {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", settings.kafka().bootstrapServers(), "default.api.timeout.ms", (int)
                        settings.startPatience().toMillis()))) {
            var differences = TopicCheck.differences(admin, settings.layout());
            if (!differences.isEmpty()) {
                throw new StartRefusedException(
                        "The broker's topics are not as the catalogue says:\n  " + String.join("\n  ", differences),
                        "Do what each line says, or set tenkyo.check-topics=false if you know better.");
            }
        } catch (BrokerUnavailableException e) {
            throw new StartRefusedException(
                    "The Kafka broker at %s does not answer: %s"
                            .formatted(settings.kafka().bootstrapServers(), e.getMessage()),
                    "Start it, or set tenkyo.kafka.bootstrap-servers.");
        }
    }

    private void schemasAreRegistered() {
        try (var registry = new SchemaRegistry(settings.registryClient())) {
            var patience = new RegistryPatience(settings.startPatience());
            for (var topic : NotifierTopology.INPUTS) {
                patience.ask(registered(registry, topic));
            }
        } catch (RegistryUnavailableException e) {
            throw new StartRefusedException(
                    "The schema registry at %s does not answer."
                            .formatted(settings.registry().url()),
                    "Start it, or set tenkyo.registry.url.");
        }
    }

    private static Supplier<Integer> registered(SchemaRegistry registry, Topic topic) {
        return () -> {
            try {
                return registry.client()
                        .getId(
                                topic.subject(),
                                SchemaRegistry.portable(topic.schema().orElseThrow()));
            } catch (IOException | RestClientException e) {
                throw SchemaRegistry.faultIn(e)
                        .<RuntimeException>map(away -> away)
                        .orElseGet(() -> missing(topic));
            }
        };
    }

    private static StartRefusedException missing(Topic topic) {
        return new StartRefusedException(
                "The registry's subject %s does not hold the schema that this version was built with."
                        .formatted(topic.subject()),
                "Run the setup command of this version: it registers all schemas.");
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
