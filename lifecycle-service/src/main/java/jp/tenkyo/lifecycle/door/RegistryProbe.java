package jp.tenkyo.lifecycle.door;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;

/** Asks the registry something small that it cannot answer without its storage. */
final class RegistryProbe implements Runnable, AutoCloseable {

    private final SchemaRegistry registry;

    /** @param settings of the registry client, its time-outs among them */
    RegistryProbe(Map<String, ?> settings) {
        registry = new SchemaRegistry(settings);
    }

    /** @throws RegistryUnavailableException if it does not answer in time, or answers that it cannot say now */
    @Override
    public void run() {
        try {
            registry.client().getAllVersions(Topic.RESIDENT_CHANGES.subject());
        } catch (IOException | RestClientException e) {
            // An answer that the subject is not there is an answer; sending will say so better.
            SchemaRegistry.faultIn(e).ifPresent(away -> {
                throw away;
            });
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}
