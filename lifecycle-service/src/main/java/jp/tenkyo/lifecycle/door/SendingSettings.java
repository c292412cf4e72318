package jp.tenkyo.lifecycle.door;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How the doors reach broker and registry. Every wait is bounded: a caller is told within seconds that a part is away.
 *
 * @param registryUrl base of an API that speaks Confluent's
 */
record SendingSettings(String bootstrapServers, String registryUrl) {

    /** Longest wait for metadata, for the start of a transaction and for its end. */
    static final Duration BLOCK_WITHIN = Duration.ofSeconds(4);

    /** Longest wait for a record's acknowledgement. */
    static final Duration DELIVER_WITHIN = Duration.ofSeconds(4);

    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(3);

    /**
     * After this the broker ends a transaction whose door died. Readers of committed records wait for it, so it is
     * short.
     */
    private static final Duration TRANSACTION_WITHIN = Duration.ofSeconds(15);

    private static final Duration REGISTRY_CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration REGISTRY_ANSWER_WITHIN = Duration.ofSeconds(3);

    Map<String, Object> producer() {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_WITHIN.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_WITHIN.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVER_WITHIN.toMillis());
        return settings;
    }

    Map<String, Object> transactionalProducer(String transactionalId) {
        var settings = producer();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_WITHIN.toMillis());
        return settings;
    }

    Map<String, Object> registry() {
        return Map.of(
                "schema.registry.url", registryUrl,
                "schema.registry.http.connect.timeout.ms", (int) REGISTRY_CONNECT_WITHIN.toMillis(),
                "http.connect.timeout.ms", (int) REGISTRY_CONNECT_WITHIN.toMillis(),
                "http.read.timeout.ms", (int) REGISTRY_ANSWER_WITHIN.toMillis(),
                "max.retries", 0);
    }
}
