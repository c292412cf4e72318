package jp.tenkyo.lifecycle.reads;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes of the read stores: a version, then JSON. The stores are derived from the topics: where the version is another,
 * deleting the state makes them anew.
 */
final class StoredJson {

    private static final byte VERSION = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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
        if (bytes[0] != VERSION) {
            throw new IllegalStateException("Read stores of version " + bytes[0] + " were found, " + VERSION
                    + " is known: stop the service and reset the application tenkyo-lifecycle-reads.");
        }
        return MAPPER.readValue(Arrays.copyOfRange(bytes, 1, bytes.length), type);
    }
}
