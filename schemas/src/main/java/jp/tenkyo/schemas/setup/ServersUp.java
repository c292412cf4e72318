package jp.tenkyo.schemas.setup;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.SchemaRegistry;
import org.apache.kafka.clients.admin.Admin;

/** Waits for servers that may have been started together with us. Deadlines are {@link System#nanoTime()}. */
final class ServersUp {

    private static final Duration ASK_EVERY = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private ServersUp() {}

    /** @throws BrokerUnavailableException if it does not answer until then */
    static void awaitBroker(Admin admin, String bootstrapServers, long deadline) {
        while (true) {
            try {
                BrokerAnswers.await(admin.describeCluster().nodes(), ANSWER_WITHIN);
                return;
            } catch (ExecutionException | BrokerUnavailableException e) {
                if (!pause(deadline)) {
                    throw new BrokerUnavailableException(
                            "No broker answers at %s: %s. Is it up? Is --bootstrap-servers right?"
                                    .formatted(bootstrapServers, e.getMessage()),
                            e);
                }
            }
        }
    }

    /** @throws RegistryUnavailableException if it does not answer until then */
    static void awaitRegistry(String url, long deadline) {
        try (var registry = new SchemaRegistry(Map.of("schema.registry.url", url))) {
            while (true) {
                try {
                    registry.client().getAllSubjects();
                    return;
                } catch (IOException | RestClientException e) {
                    if (!pause(deadline)) {
                        throw new RegistryUnavailableException(
                                "No schema registry answers at %s: %s. Is it up? Is --registry right?"
                                        .formatted(url, e.getMessage()),
                                e);
                    }
                }
            }
        }
    }

    /** Whether there is time for another attempt. */
    private static boolean pause(long deadline) {
        if (System.nanoTime() >= deadline) {
            return false;
        }
        try {
            Thread.sleep(ASK_EVERY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
