package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers that a dead letter carries beside its untouched key and value. */
public final class DeadLetters {

    static final String ERROR = "dlq.error";

    /** Where the value names a schema. */
    static final String SCHEMA_ID = "dlq.schema-id";

    /** What every dead letter carries. */
    static final List<String> HEADERS =
            List.of("dlq.topic", "dlq.partition", "dlq.offset", "dlq.timestamp", ERROR, "dlq.detail");

    private DeadLetters() {}

    /**
     * Adds where a record came from and why it is a dead letter.
     *
     * @param value the record's value as it came, for the id of its schema
     */
    public static void describe(Headers headers, Origin origin, byte @Nullable [] value, Decoded.Poison<?> poison) {
        put(headers, "dlq.topic", origin.topic());
        put(headers, "dlq.partition", Integer.toString(origin.partition()));
        put(headers, "dlq.offset", Long.toString(origin.offset()));
        put(headers, "dlq.timestamp", Long.toString(origin.timestamp()));
        put(headers, ERROR, poison.cause().name());
        put(headers, "dlq.detail", poison.detail());
        // A dead letter that was sent in again brings the one of its former life.
        headers.remove(SCHEMA_ID);
        MessageCodec.schemaIdOf(value).ifPresent(id -> put(headers, SCHEMA_ID, Integer.toString(id)));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    /** Where a record lay; {@code timestamp} in milliseconds since the epoch. */
    public record Origin(String topic, int partition, long offset, long timestamp) {}
}
