package jp.tenkyo.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
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

    private final Topic topic;
    private final Class<T> type;
    private final Schema contract;
    private final SchemaRegistry registry;
    private final KafkaAvroSerializer serializer;
    private final KafkaAvroDeserializer deserializer;

    /** @param settings of the registry client, {@code schema.registry.url} among them */
    public MessageCodec(Topic topic, Class<T> type, Map<String, ?> settings) {
        TrustedContracts.trust();
        this.topic = topic;
        this.type = type;
        this.contract = SpecificData.get().getSchema(type);
        this.registry = new SchemaRegistry(settings);
        this.serializer = new KafkaAvroSerializer(registry.client());
        this.deserializer = new KafkaAvroDeserializer(registry.client());
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
        } catch (RuntimeException e) {
            throw SchemaRegistry.faultIn(e).<RuntimeException>map(away -> away).orElseGet(() -> refused(e));
        }
    }

    private RuntimeException refused(RuntimeException e) {
        return e.getCause() instanceof RestClientException answer && SchemaRegistry.saysNotFound(answer)
                ? new SerializationException(
                        "The schema of %s that this version was built with is not registered under subject %s. Run the setup"
                                        .formatted(topic.topicName(), topic.subject())
                                + " command of this version; nothing is registered on the way.",
                        e)
                : e;
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
        return schemaIdOf(bytes)
                .map(id -> decode(bytes, id))
                .orElseGet(() -> poison(
                        DeadLetterCause.NOT_CONFLUENT_AVRO,
                        "The value does not begin with a zero byte and a schema id: send it through Confluent's Avro"
                                + " serializer."));
    }

    /** The schema id that a value names, if it has the form of one. */
    public static Optional<Integer> schemaIdOf(byte @Nullable [] bytes) {
        return bytes == null || bytes.length < PREFIX_BYTES || bytes[0] != MAGIC
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
    }

    private Decoded<T> decode(byte[] bytes, int id) {
        return switch (registry.schema(topic, id)) {
            case SchemaRegistry.Found.Unknown() ->
                poison(DeadLetterCause.UNKNOWN_SCHEMA_ID, "The registry knows no schema " + id + ".");
            case SchemaRegistry.Found.Foreign() -> wrongContract("schema " + id + ", which is not Avro");
            case SchemaRegistry.Found.Avro(var written) ->
                written.getFullName().equals(contract.getFullName())
                        ? read(bytes, id)
                        : wrongContract(written.getFullName() + ", schema " + id);
        };
    }

    /**
     * The writer's schema is in the client's cache by now, so whatever fails here lies in the bytes. Truncated ones end
     * in an EOFException, which from a socket would mean the opposite.
     */
    private Decoded<T> read(byte[] bytes, int id) {
        try {
            return complete(type.cast(deserializer.deserialize(topic.topicName(), bytes)));
        } catch (RuntimeException e) {
            refuseIfForbidden(e);
            return poison(
                    DeadLetterCause.UNREADABLE,
                    "The bytes do not follow schema " + id + ", or that schema cannot be read as " + topic.subject()
                            + ".");
        }
    }

    /** Avro refuses to make the class: our fault, and true of every record, so none may be dead-lettered for it. */
    private static void refuseIfForbidden(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SecurityException) {
                throw e;
            }
        }
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
                "Topic %s carries %s; this is %s.".formatted(topic.topicName(), contract.getFullName(), found));
    }

    private Decoded<T> poison(DeadLetterCause cause, String detail) {
        return new Decoded.Poison<>(cause, detail);
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
        registry.close();
    }
}
