package jp.tenkyo.lifecycle.door;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.schemas.RegistryPatience;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file's rows, no faster than its pace. Idempotent producer without a transaction: rows stand alone, and one
 * that is sent again is decided as unchanged.
 */
final class ImportSender implements AutoCloseable {

    private static final int BATCH_BYTES = 1 << 17;
    private static final int LINGER_MILLIS = 20;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte @Nullable []> producer;
    private final Encoder encoder;
    private final RegistryPatience patience;
    private final Pace pace;
    /** Lines sent and not yet acknowledged; bounded by the producer's buffer. */
    private final ConcurrentSkipListSet<Long> pending = new ConcurrentSkipListSet<>();

    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param patience how long to wait for an absent broker or registry before giving up */
    ImportSender(SendingSettings settings, Duration patience, Pace pace) {
        var producerSettings = settings.producer();
        producerSettings.putAll(Map.of(
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MILLIS,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patience.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                deliveryTimeout(settings, patience)));
        producer = new KafkaProducer<>(producerSettings);
        encoder = new Encoder(settings.registry());
        this.patience = new RegistryPatience(patience);
        this.pace = pace;
    }

    /** Kafka wants room for one request at least. */
    private static int deliveryTimeout(SendingSettings settings, Duration patience) {
        var request = (Integer) settings.producer().get(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        return (int) Math.max(patience.toMillis(), (request == null ? 0 : request) + LINGER_MILLIS);
    }

    /** @throws KafkaException if this record cannot be sent, or an earlier one was not acknowledged */
    void send(long line, Outgoing outgoing) {
        throwIfFailed();
        var encoded = patience.ask(() -> encoder.encode(outgoing, TraceContext.NONE));
        pace.await();
        pending.add(line);
        // The callback alone is asked: a future for each of a million rows would have to be kept.
        var _ = producer.send(encoded, (_, problem) -> {
            if (problem == null) {
                pending.remove(line);
            } else {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /** Returns when all is acknowledged. */
    void finish() {
        producer.flush();
        throwIfFailed();
    }

    /** The first line that the broker may not have; {@code next} where it has all that were sent. */
    long firstUnacknowledged(long next) {
        return pending.isEmpty() ? next : pending.first();
    }

    private void throwIfFailed() {
        var problem = failure.get();
        if (problem != null) {
            throw new KafkaException("A row was not acknowledged.", problem);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
        encoder.close();
    }
}
