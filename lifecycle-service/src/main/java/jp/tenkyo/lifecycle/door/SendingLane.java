package jp.tenkyo.lifecycle.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenkyo.lifecycle.contract.Outgoing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One transactional producer with its encoder; serves one request at a time. */
final class SendingLane implements AutoCloseable {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte @Nullable []> producer;
    private final Encoder encoder;

    private SendingLane(KafkaProducer<byte[], byte @Nullable []> producer, Encoder encoder) {
        this.producer = producer;
        this.encoder = encoder;
    }

    /** @throws KafkaException if the broker does not answer in time */
    static SendingLane open(SendingSettings settings, String transactionalId) {
        var producer = new KafkaProducer<byte[], byte @Nullable []>(settings.transactionalProducer(transactionalId));
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new SendingLane(producer, new Encoder(settings.registry()));
    }

    /** @throws KafkaException if it is not sure that all is committed */
    void sendAll(List<Outgoing> records, TraceContext trace) {
        // All is encoded before the transaction begins: with the registry away there is nothing to take back.
        var encoded = records.stream()
                .map(outgoing -> encoder.encode(outgoing, trace))
                .toList();
        producer.beginTransaction();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(encoded.size());
        encoded.forEach(message -> acknowledgements.add(producer.send(message)));
        producer.flush();
        acknowledgements.forEach(SendingLane::await);
        producer.commitTransaction();
    }

    private static void await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get(SendingSettings.DELIVER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("A record was not acknowledged.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for an acknowledgement.", e);
        }
    }

    /** Gives the lane up without waiting; what it left open the broker ends. */
    void discard() {
        producer.close(Duration.ZERO);
        encoder.close();
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
        encoder.close();
    }
}
