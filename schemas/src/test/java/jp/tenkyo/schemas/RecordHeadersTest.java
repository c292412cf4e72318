package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tenkyo.avro.NoticeMessage;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordHeadersTest {

    private static final DeadLetters.Origin ORIGIN =
            new DeadLetters.Origin("notices", 4, 1234567890123L, 1800000000123L);
    private static final Decoded.Poison<NoticeMessage> POISON =
            new Decoded.Poison<>(DeadLetterCause.UNREADABLE, "The bytes do not follow schema 9.");

    @Test
    void a_message_carries_its_cloud_events_attributes_once() {
        var headers = new RecordHeaders();
        for (var id : new String[] {"old", "e-1"}) {
            CloudEventHeaders.add(
                    headers, id, "/tenkyo/test", "jp.tenkyo.Tested", Instant.ofEpochMilli(1800000000123L));
        }

        assertThat(texts(headers))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e-1",
                        "ce_source", "/tenkyo/test",
                        "ce_type", "jp.tenkyo.Tested",
                        "ce_time", "2027-01-15T08:00:00.123Z",
                        "content-type", "application/vnd.confluent.avro"));
        assertThat(headers).hasSize(6);
    }

    @Test
    void the_trace_of_a_cause_goes_on_in_its_effect_and_nothing_else_does() {
        var cause = new RecordHeaders()
                .add("traceparent", "00-new".getBytes(UTF_8))
                .add("tracestate", "a=b".getBytes(UTF_8))
                .add("ce_id", "cause".getBytes(UTF_8));
        var effect = new RecordHeaders().add("traceparent", "00-old".getBytes(UTF_8));

        CloudEventHeaders.continueTrace(cause, effect);

        assertThat(texts(effect)).isEqualTo(Map.of("traceparent", "00-new", "tracestate", "a=b"));
        assertThat(effect).hasSize(2);
    }

    @Test
    void a_dead_letter_says_where_it_came_from_and_why() {
        var headers = new RecordHeaders().add("ce_id", "e-1".getBytes(UTF_8));

        DeadLetters.describe(headers, ORIGIN, new byte[] {0, 0, 0, 0, 9, 1}, POISON);

        assertThat(texts(headers))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_id", "e-1",
                        "dlq.topic", "notices",
                        "dlq.partition", "4",
                        "dlq.offset", "1234567890123",
                        "dlq.timestamp", "1800000000123",
                        "dlq.error", "UNREADABLE",
                        "dlq.detail", "The bytes do not follow schema 9.",
                        "dlq.schema-id", "9"));
    }

    @Test
    void a_dead_letter_that_comes_back_keeps_nothing_of_its_former_cause() {
        var headers = new RecordHeaders();
        DeadLetters.describe(headers, ORIGIN, new byte[] {0, 0, 0, 0, 9, 1}, POISON);

        DeadLetters.describe(
                headers, ORIGIN, null, new Decoded.Poison<NoticeMessage>(DeadLetterCause.MISSING_VALUE, "No value."));

        assertThat(texts(headers)).containsEntry("dlq.error", "MISSING_VALUE").doesNotContainKey("dlq.schema-id");
        assertThat(headers).hasSize(6);
    }

    private static Map<String, String> texts(Headers headers) {
        var texts = new LinkedHashMap<String, String>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
