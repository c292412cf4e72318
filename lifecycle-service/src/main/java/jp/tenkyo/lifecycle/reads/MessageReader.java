package jp.tenkyo.lifecycle.reads;

import java.util.Optional;
import java.util.function.Function;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Routing;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.streams.DeadLetterHeaders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one topic; what cannot be read is passed on to the topic's dead letters, untouched.
 *
 * @param <T> type of the topic's value
 */
final class MessageReader<T extends SpecificRecord> implements AutoCloseable {

    private final MessageCodec<T> codec;
    private final Function<T, Optional<String>> keyOf;
    private final ReadsSettings settings;
    private final RegistryPatience patience;
    private final ProcessorContext<byte[], byte[]> context;

    /** @param keyOf the text that a value's key must be; empty where the value does not say it */
    MessageReader(
            Topic topic,
            Class<T> type,
            Function<T, Optional<String>> keyOf,
            ReadsSettings settings,
            RegistryPatience patience,
            ProcessorContext<byte[], byte[]> context) {
        this.codec = new MessageCodec<>(topic, type, settings.registry());
        this.keyOf = keyOf;
        this.settings = settings;
        this.patience = patience;
        this.context = context;
    }

    /** The value; null where it was a dead letter. */
    @Nullable
    T read(Record<byte[], byte[]> record) {
        var position = context.recordMetadata().orElseThrow();
        return switch (decode(record, position)) {
            case Decoded.Understood<T>(var value) -> value;
            case Decoded.Poison<T> poison -> {
                deadLetter(record, position, poison);
                yield null;
            }
        };
    }

    /** A value that {@link #read} has understood and a store has kept as it came. */
    T readStored(byte[] value) {
        return patience.ask(() -> StoredMessages.read(codec, value));
    }

    private Decoded<T> decode(Record<byte[], byte[]> record, RecordMetadata position) {
        var misplaced = Routing.<T>fault(record.key(), position.partition(), settings.partitions());
        if (misplaced.isPresent()) {
            return misplaced.get();
        }
        var decoded = patience.ask(() -> codec.decode(record.value()));
        return decoded instanceof Decoded.Understood<T>(var value)
                        && keyOf.apply(value)
                                .filter(key -> !Routing.keyIs(key, record.key()))
                                .isPresent()
                ? new Decoded.Poison<>(
                        DeadLetterCause.KEY_MISMATCH, "The record's key is not the one that its value names.")
                : decoded;
    }

    private void deadLetter(Record<byte[], byte[]> record, RecordMetadata position, Decoded.Poison<T> poison) {
        context.forward(record.withHeaders(DeadLetterHeaders.of(record, position, poison)));
    }

    @Override
    public void close() {
        codec.close();
    }
}
