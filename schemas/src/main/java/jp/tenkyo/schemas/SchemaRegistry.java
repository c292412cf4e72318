package jp.tenkyo.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The registry, asked through Confluent's client with times that are bounded, and with its answers told apart: it does
 * not know, or it cannot say now. The second is never a fault of a record.
 */
public final class SchemaRegistry implements AutoCloseable {

    /** In place of Confluent's minutes; a caller's own settings win. */
    private static final Map<String, Object> BOUNDS = Map.of(
            "http.connect.timeout.ms", 2_000,
            "http.read.timeout.ms", 5_000,
            "max.retries", 1,
            "retries.wait.ms", 100);

    /** Confluent's registry in memory, for tests of topologies. */
    private static final String IN_MEMORY = "mock://";

    private static final int SCHEMAS_CACHED_MAX = 1_000;
    private static final int NOT_FOUND = 404;
    /** Subject, version or schema not found; a 404 without one of these is a wrong address. */
    private static final Set<Integer> SAYS_NOT_FOUND = Set.of(40401, 40402, 40403);

    private static final Set<Integer> SAYS_REFUSED = Set.of(409, 422);

    private final SchemaRegistryClient client;

    /**
     * @param settings of the registry client, {@code schema.registry.url} among them: one address, or more with commas
     */
    public SchemaRegistry(Map<String, ?> settings) {
        var complete = new HashMap<String, Object>(BOUNDS);
        complete.putAll(settings);
        var urls = List.of(String.valueOf(settings.get("schema.registry.url")).split(",", -1));
        client = urls.getFirst().startsWith(IN_MEMORY)
                ? SchemaRegistryClientFactory.newClient(
                        urls, SCHEMAS_CACHED_MAX, List.of(new AvroSchemaProvider()), complete, Map.of())
                : new RememberingClient(urls, SCHEMAS_CACHED_MAX, List.of(new AvroSchemaProvider()), complete);
    }

    /** What the registry says about a schema id. */
    sealed interface Found {
        record Avro(Schema schema) implements Found {}

        /** Known, but not Avro that this client can read. */
        record Foreign() implements Found {}

        record Unknown() implements Found {}
    }

    /** @throws RegistryUnavailableException if the registry cannot say now */
    Found schema(Topic topic, int id) {
        try {
            return client.getSchemaBySubjectAndId(topic.subject(), id) instanceof AvroSchema avro
                    ? new Found.Avro(avro.rawSchema())
                    : new Found.Foreign();
        } catch (RestClientException e) {
            if (saysNotFound(e)) {
                return new Found.Unknown();
            }
            throw unavailable(e);
        } catch (IOException e) {
            // What Confluent's client says to a schema that it cannot parse.
            if (String.valueOf(e.getMessage()).startsWith("Invalid schema")) {
                return new Found.Foreign();
            }
            throw unavailable(e);
        } catch (RuntimeException e) {
            // The client's own wrapper around a type or text that it cannot parse.
            faultIn(e).ifPresent(away -> {
                throw away;
            });
            return new Found.Foreign();
        }
    }

    /** Schema as the serializer looks it up and as it must be registered: without what only Java needs to know. */
    public static AvroSchema portable(Schema schema) {
        return new AvroSchema(AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true));
    }

    static boolean saysNotFound(RestClientException e) {
        return e.getStatus() == NOT_FOUND && SAYS_NOT_FOUND.contains(e.getErrorCode());
    }

    /** The registry's fault in a chain of causes: it is away, overloaded, or lets us not in. */
    public static Optional<RegistryUnavailableException> faultIn(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answer) {
                return saysNotFound(answer) || SAYS_REFUSED.contains(answer.getStatus())
                        ? Optional.empty()
                        : Optional.of(unavailable(answer));
            }
            // Confluent's serializers turn a time-out and a 429 into Kafka's exceptions, and drop the cause.
            if (cause instanceof IOException || cause instanceof RetriableException) {
                return Optional.of(new RegistryUnavailableException("The schema registry does not answer.", cause));
            }
        }
        return Optional.empty();
    }

    private static RegistryUnavailableException unavailable(RestClientException e) {
        return new RegistryUnavailableException(
                "The schema registry answers with status %d. Check its address and credentials, or wait for it."
                        .formatted(e.getStatus()),
                e);
    }

    private static RegistryUnavailableException unavailable(IOException e) {
        return new RegistryUnavailableException("The schema registry does not answer.", e);
    }

    public SchemaRegistryClient client() {
        return client;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
