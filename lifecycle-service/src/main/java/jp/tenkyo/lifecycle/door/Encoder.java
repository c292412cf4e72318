package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import jp.tenkyo.lifecycle.contract.InputEncoder;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.schemas.CloudEventHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Turns what is to be sent into Kafka records. Not safe for use by several threads. */
final class Encoder implements AutoCloseable {

    private final InputEncoder values;

    /** @param registry settings of the registry client */
    Encoder(Map<String, ?> registry) {
        values = new InputEncoder(registry);
    }

    /**
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema's id is not known and the registry is away
     */
    ProducerRecord<byte[], byte @Nullable []> encode(Outgoing outgoing, TraceContext trace) {
        var encoded = new ProducerRecord<>(
                outgoing.topic().topicName(),
                outgoing.partition().orElse(null),
                outgoing.key().getBytes(UTF_8),
                values.encode(outgoing));
        CloudEventHeaders.add(encoded.headers(), outgoing.id(), Outgoing.SOURCE, outgoing.type(), outgoing.time());
        trace.addTo(encoded.headers());
        return encoded;
    }

    @Override
    public void close() {
        values.close();
    }
}
