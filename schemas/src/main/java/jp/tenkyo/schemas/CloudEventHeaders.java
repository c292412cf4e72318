package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 attributes as Kafka record headers (Kafka protocol binding, binary content mode). */
public final class CloudEventHeaders {

    static final String CONTENT_TYPE = "application/vnd.confluent.avro";
    static final String SPEC_VERSION = "ce_specversion";
    static final String CONTENT_TYPE_NAME = "content-type";

    /** What every record carries. */
    static final List<String> ATTRIBUTES =
            List.of(SPEC_VERSION, "ce_id", "ce_source", "ce_type", "ce_time", CONTENT_TYPE_NAME);

    static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private CloudEventHeaders() {}

    /**
     * Adds the attributes of a message.
     *
     * @param id unique within the source
     * @param source URI reference of who says it, such as {@code /tenkyo/lifecycle-service}
     * @param type what happened, such as {@code jp.tenkyo.CertificateRevoked}
     * @param time when it happened
     */
    public static void add(Headers headers, String id, String source, String type, Instant time) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_time", time.toString());
        put(headers, CONTENT_TYPE_NAME, CONTENT_TYPE);
    }

    /** Carries the trace context (W3C) of a cause over to its effect. */
    public static void continueTrace(Headers cause, Headers effect) {
        for (var name : TRACE_CONTEXT) {
            var header = cause.lastHeader(name);
            if (header != null) {
                replace(effect, header);
            }
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static void replace(Headers headers, Header header) {
        headers.remove(header.key()).add(header);
    }
}
