package jp.tenkyo.schemas.setup;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Registers the schemas of the catalogue. Doing it again changes nothing. */
public final class SchemaSetup {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final @Nullable String EVERYWHERE = null;
    private static final int CONFLICT = 409;

    private SchemaSetup() {}

    /** @param id the registry's, that every value of this version names */
    public record Registered(String subject, int id) {}

    /**
     * Sets FULL_TRANSITIVE, for the registry and for each subject, and registers every schema then: a version that some
     * reader or writer could not live with is refused even at first use.
     *
     * @throws RegistryUnavailableException if the registry is away
     * @throws IncompatibleSchemaException if it refuses a schema
     */
    public static List<Registered> register(String registryUrl) {
        try (var registry = new SchemaRegistry(Map.of("schema.registry.url", registryUrl))) {
            var client = registry.client();
            ask("the registry", () -> client.updateCompatibility(EVERYWHERE, COMPATIBILITY));
            var registered = new ArrayList<Registered>();
            for (var topic : Topic.withSchema()) {
                registered.add(register(client, topic.subject(), topic.schema().orElseThrow()));
            }
            return List.copyOf(registered);
        }
    }

    private static Registered register(SchemaRegistryClient client, String subject, Schema schema) {
        ask(subject, () -> client.updateCompatibility(subject, COMPATIBILITY));
        return new Registered(subject, ask(subject, () -> client.register(subject, SchemaRegistry.portable(schema))));
    }

    private static <T> T ask(String subject, Question<T> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            throw SchemaRegistry.faultIn(e)
                    .<RuntimeException>map(away -> away)
                    .orElseGet(() -> new IncompatibleSchemaException(subject, reason(e), e));
        } catch (IOException e) {
            throw new RegistryUnavailableException("The schema registry does not answer.", e);
        }
    }

    private static String reason(RestClientException e) {
        return e.getStatus() == CONFLICT
                ? "it breaks compatibility. " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
