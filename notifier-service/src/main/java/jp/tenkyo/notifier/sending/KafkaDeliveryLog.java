package jp.tenkyo.notifier.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenkyo.notifier.contract.Contracts;
import jp.tenkyo.notifier.contract.DeliveryHeaders;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topic notice-deliveries. Java's default partitioner places a key by murmur2, where the topology expects it. */
public final class KafkaDeliveryLog implements DeliveryLog, AutoCloseable {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Contracts contracts;

    public KafkaDeliveryLog(Map<String, Object> kafka, Map<String, Object> registry) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ACKNOWLEDGED_WITHIN.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ACKNOWLEDGED_WITHIN.toMillis() / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ACKNOWLEDGED_WITHIN.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "notice-deliveries-writer");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        contracts = new Contracts(registry);
    }

    @Override
    public void record(Delivery delivery) {
        try {
            var record = new ProducerRecord<>(
                    Topic.NOTICE_DELIVERIES.topicName(), delivery.holderId().getBytes(UTF_8), encoded(delivery));
            DeliveryHeaders.add(record.headers(), delivery);
            producer.send(record).get(2 * ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException | RegistryUnavailableException e) {
            throw new NotRecordedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRecordedException(e);
        }
    }

    /** Codecs are for one thread. */
    private synchronized byte[] encoded(Delivery delivery) {
        return contracts.write(delivery);
    }

    @Override
    public void close() {
        producer.close(CLOSED_WITHIN);
        contracts.close();
    }
}
