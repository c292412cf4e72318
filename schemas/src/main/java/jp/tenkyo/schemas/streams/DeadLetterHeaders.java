package jp.tenkyo.schemas.streams;

import jp.tenkyo.schemas.DeadLetters;
import jp.tenkyo.schemas.Decoded;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The headers of a dead letter inside a topology; key and value go on untouched. */
public final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    /** The record's own headers, and beside them where it lay and what is wrong with it. */
    public static Headers of(
            Record<?, ? extends byte @Nullable []> record, RecordMetadata position, Decoded.Poison<?> poison) {
        var headers = new RecordHeaders(record.headers());
        var origin =
                new DeadLetters.Origin(position.topic(), position.partition(), position.offset(), record.timestamp());
        DeadLetters.describe(headers, origin, record.value(), poison);
        return headers;
    }
}
