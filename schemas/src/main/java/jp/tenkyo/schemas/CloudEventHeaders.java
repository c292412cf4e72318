package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 attributes as Kafka record headers (Kafka protocol binding, binary content mode). */
public final class CloudEventHeaders {

    private static final String CONTENT_TYPE = "application/vnd.confluent.avro";
    private static final String[] TRACE_CONTEXT = {"traceparent", "tracestate"};

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
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", CONTENT_TYPE);
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
