package jp.tenkyo.lifecycle.reads;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes of the read stores: a version, then JSON. The stores are derived from the topics: where the version is another,
 * deleting the state makes them anew.
 */
final class StoredJson {

    private static final byte VERSION = 3;

    /** Written until 2026-11: instants as text, which is read as well. */
    private static final byte VERSION_BEFORE = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Instants as milliseconds, which is what the contracts have: each record is read and written at every
            // event.
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .build();

    private StoredJson() {}

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(value),
                (topic, bytes) -> bytes == null ? null : read(bytes, type));
    }

    private static byte[] write(Object value) {
        var json = MAPPER.writeValueAsBytes(value);
        var bytes = new byte[json.length + 1];
        bytes[0] = VERSION;
        System.arraycopy(json, 0, bytes, 1, json.length);
        return bytes;
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        if (bytes[0] != VERSION && bytes[0] != VERSION_BEFORE) {
            throw new IllegalStateException("Read stores of version " + bytes[0] + " were found, " + VERSION
                    + " is known: stop the service and reset the application tenkyo-lifecycle-reads.");
        }
        return MAPPER.readValue(bytes, 1, bytes.length - 1, type);
    }
}
