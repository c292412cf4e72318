package jp.tenkyo.lifecycle.broker;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;

/**
 * Stands in for the registry within a process. Each process has its own; since all register the same schemas in the
 * same order, the ids in the messages are the same for all.
 */
public final class Contracts {

    private static final String SCOPE = "real-broker";
    static final String URL = "mock://" + SCOPE;

    private Contracts() {}

    static void register() throws IOException, RestClientException {
        var registry = MockSchemaRegistry.getClientForScope(SCOPE);
        for (var topic : Topic.withSchema()) {
            registry.register(
                    topic.subject(), SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
    }

    static void forget() {
        MockSchemaRegistry.dropScope(SCOPE);
    }
}
