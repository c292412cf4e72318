package jp.tenkyo.benchmarks.bed;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records, and notices when the broker does not take one. */
public final class Feeder implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Feeder(Map<String, Object> settings) {
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For a backlog: as much as can be, as quickly as it can be, compressed as the service's import sends it. */
    public static Feeder ofBacklog(Bed bed) {
        return new Feeder(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bed.bootstrapServers(),
                ProducerConfig.BATCH_SIZE_CONFIG,
                1 << 17,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"));
    }

    /** For one record after the other, as a producer sends them that nobody has tuned: 5 ms later, in batches. */
    public static Feeder ofSingles(Bed bed) {
        return new Feeder(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bed.bootstrapServers()));
    }

    /** Returns when the broker has all of them. */
    public void sendAll(Stream<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(this::send);
        flush();
    }

    public void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record, (_, problem) -> failure.compareAndSet(null, problem));
    }

    /** @throws IllegalStateException if the broker has not taken a record */
    public void flush() {
        producer.flush();
        var problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("The broker has not taken a record", problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
