package jp.tenkyo.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Confluent wire format for one topic, through Confluent's own serializer and registry client.
 *
 * <p>Never registers a schema: that is the setup command's work. Not safe for use by several threads.
 *
 * @param <T> the generated type of the topic's value
 */
public final class MessageCodec<T extends SpecificRecord> implements AutoCloseable {

    private static final byte MAGIC = 0;
    private static final int PREFIX_BYTES = 5;
    private static final int UNKNOWN_SCHEMA = 404;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Topic topic;
    private final Class<T> type;
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    /** @param settings of the registry client, {@code schema.registry.url} among them */
    public MessageCodec(Topic topic, Class<T> type, Map<String, ?> settings) {
        this.topic = topic;
        this.type = type;
        var complete = new HashMap<String, Object>(settings);
        complete.put("auto.register.schemas", false);
        complete.put("avro.remove.java.properties", true);
        complete.put("specific.avro.reader", true);
        serializer.configure(complete, false);
        deserializer.configure(complete, false);
    }

    /**
     * @throws RegistryUnavailableException if the schema's id is not known yet and the registry is away
     * @throws SerializationException if the schema is not registered
     */
    public byte[] encode(T message) {
        try {
            return serializer.serialize(topic.topicName(), message);
        } catch (SerializationException e) {
            throw registryAway(e).<RuntimeException>map(away -> away).orElse(e);
        }
    }

    /**
     * Reads a value, or says why it cannot be read.
     *
     * @throws RegistryUnavailableException if the writer's schema is not known yet and the registry is away
     */
    public Decoded<T> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return poison(DeadLetterCause.MISSING_VALUE, "The record has no value.");
        }
        if (bytes.length < PREFIX_BYTES || bytes[0] != MAGIC) {
            return poison(
                    DeadLetterCause.NOT_CONFLUENT_AVRO,
                    "The value does not begin with a zero byte and a schema id: send it through Confluent's Avro"
                            + " serializer.");
        }
        try {
            var value = deserializer.deserialize(topic.topicName(), bytes);
            return type.isInstance(value)
                    ? complete(type.cast(value))
                    : wrongContract(value.getClass().getSimpleName());
        } catch (SerializationException e) {
            return unreadable(e, ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
        }
    }

    /** The schema id that a value names, if it has the form of one. */
    public static Optional<Integer> schemaIdOf(byte @Nullable [] bytes) {
        return bytes == null || bytes.length < PREFIX_BYTES || bytes[0] != MAGIC
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
    }

    private Decoded<T> complete(T value) {
        return switch (Completeness.of(value)) {
            case Completeness.Complete() -> new Decoded.Understood<>(value);
            case Completeness.Incomplete(var cause, var detail) -> poison(cause, detail);
        };
    }

    private Decoded<T> wrongContract(String found) {
        return poison(
                DeadLetterCause.WRONG_CONTRACT,
                "Topic %s carries %s, this is %s.".formatted(topic.topicName(), type.getSimpleName(), found));
    }

    private Decoded<T> unreadable(SerializationException e, int schemaId) {
        registryAway(e).ifPresent(away -> {
            throw away;
        });
        var refusal = causeOf(e, RestClientException.class);
        if (refusal.isPresent() && refusal.get().getStatus() == UNKNOWN_SCHEMA) {
            return poison(DeadLetterCause.UNKNOWN_SCHEMA_ID, "The registry knows no schema " + schemaId + ".");
        }
        var name = String.valueOf(e.getMessage());
        return name.contains("Could not find class")
                ? wrongContract("a contract that is not ours, schema " + schemaId)
                : poison(DeadLetterCause.UNREADABLE, "The bytes do not follow schema " + schemaId + ".");
    }

    private static Optional<RegistryUnavailableException> registryAway(SerializationException e) {
        var refusal = causeOf(e, RestClientException.class);
        var away = refusal.isPresent()
                ? refusal.get().getStatus() >= FIRST_SERVER_ERROR
                        || refusal.get().getStatus() == TOO_MANY_REQUESTS
                : causeOf(e, IOException.class).isPresent() && !decodingFailed(e);
        return away
                ? Optional.of(new RegistryUnavailableException("The schema registry does not answer.", e))
                : Optional.empty();
    }

    /** Avro reports truncated bytes as an EOFException, which is an IOException without a network. */
    private static boolean decodingFailed(SerializationException e) {
        return causeOf(e, java.io.EOFException.class).isPresent();
    }

    private static <E extends Throwable> Optional<E> causeOf(Throwable thrown, Class<E> kind) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }

    private Decoded<T> poison(DeadLetterCause cause, String detail) {
        return new Decoded.Poison<>(cause, detail);
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
