package jp.tenkyo.lifecycle.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenkyo.lifecycle.contract.ClockContract;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.schemas.CloudEventHeaders;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes one record to each partition of business-clock. No transaction: the same instant may be written twice. */
final class KafkaClockHands implements ClockHands, AutoCloseable {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(4);

    private final KafkaProducer<byte[], byte[]> producer;
    private final ClockContract contract;
    private final int partitions;

    KafkaClockHands(String bootstrapServers, Map<String, ?> registry, int partitions) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        ACKNOWLEDGED_WITHIN.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) ACKNOWLEDGED_WITHIN.toMillis() - 1,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) ACKNOWLEDGED_WITHIN.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.contract = new ClockContract(registry);
        this.partitions = partitions;
    }

    @Override
    public synchronized void set(Instant now) {
        var id = ClockContract.KEY + "-" + now;
        var value = contract.write(id, now);
        var sent = new ArrayList<Future<RecordMetadata>>(partitions);
        try {
            for (var partition = 0; partition < partitions; partition++) {
                var message = new ProducerRecord<>(
                        Topic.BUSINESS_CLOCK.topicName(), partition, ClockContract.KEY.getBytes(UTF_8), value);
                CloudEventHeaders.add(message.headers(), id, Outgoing.SOURCE, ClockContract.TYPE, now);
                sent.add(producer.send(message));
            }
            for (var one : sent) {
                one.get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClockNotSetException(e);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new ClockNotSetException(e);
        }
    }

    @Override
    public void close() {
        producer.close(ACKNOWLEDGED_WITHIN);
        contract.close();
    }
}
