package jp.tenkyo.schemas.setup;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;

/** What a service asks before it starts: whether broker and registry are as its version needs them. */
public final class StartCheck {

    private StartCheck() {}

    /** The installation is not as this version needs it; the message says what is wrong and how to mend it. */
    public static final class NotReadyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotReadyException(List<String> differences) {
            super(String.join(System.lineSeparator(), differences));
        }

        NotReadyException(RuntimeException away) {
            super(away.getMessage(), away);
        }
    }

    /**
     * Returns when all is well.
     *
     * @param written topics that the service writes: their schemas must be registered
     * @param patience how long broker and registry may take to come up
     * @throws NotReadyException if broker or registry does not answer in time, a topic is missing or differs, or a
     *     schema is not registered
     */
    public static void refuseUnlessReady(
            String bootstrapServers,
            TopicLayout layout,
            String registryUrl,
            Collection<Topic> written,
            Duration patience) {
        var differences = differences(bootstrapServers, layout, registryUrl, written, patience);
        if (!differences.isEmpty()) {
            throw new NotReadyException(differences);
        }
    }

    private static List<String> differences(
            String bootstrapServers,
            TopicLayout layout,
            String registryUrl,
            Collection<Topic> written,
            Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var differences = new ArrayList<String>();
        try (var admin = BrokerAnswers.ask(bootstrapServers);
                var registry = new SchemaRegistry(Map.of("schema.registry.url", registryUrl))) {
            ServersUp.awaitBroker(admin, bootstrapServers, deadline);
            differences.addAll(TopicCheck.differences(admin, layout));
            ServersUp.awaitRegistry(registryUrl, deadline);
            written.forEach(topic -> missingSchema(registry, topic).forEach(differences::add));
        } catch (BrokerUnavailableException | RegistryUnavailableException e) {
            throw new NotReadyException(e);
        }
        return differences;
    }

    private static Stream<String> missingSchema(SchemaRegistry registry, Topic topic) {
        var schema = SchemaRegistry.portable(topic.schema().orElseThrow());
        try {
            registry.client().getId(topic.subject(), schema);
            return Stream.empty();
        } catch (RestClientException e) {
            SchemaRegistry.faultIn(e).ifPresent(away -> {
                throw away;
            });
            return Stream.of("Subject %s does not have the schema that this version writes. Run the setup command."
                    .formatted(topic.subject()));
        } catch (IOException e) {
            throw new RegistryUnavailableException("The schema registry does not answer.", e);
        }
    }
}
