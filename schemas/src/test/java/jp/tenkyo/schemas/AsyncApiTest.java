package jp.tenkyo.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private static final Path KEPT = Path.of("..", "docs", "asyncapi.json");

    private final JsonNode document = read(AsyncApi.document());

    @Test
    void the_kept_document_is_what_the_catalogue_says() throws IOException {
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(KEPT, AsyncApi.document());
        }
        assertThat(KEPT)
                .as("docs/asyncapi.json is stale: mvn -pl schemas -am test -Dtest=AsyncApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dupdate-docs=true")
                .hasContent(AsyncApi.document());
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_is_a_channel_that_says_who_owns_it_and_what_it_keeps(Topic topic) {
        var channel = document.path("channels").path(topic.topicName());
        assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.path("x-owner").asText()).isEqualTo(topic.owner());
        assertThat(channel.path("x-key").asText()).isEqualTo(topic.key().meaning());
        assertThat(channel.path("x-personal-data").asText()).isEqualTo(topic.personalData());
        assertThat(channel.path("x-retention").asText()).isNotBlank();
    }

    @Test
    void what_a_service_owns_is_sent_and_the_rest_received() {
        assertThat(document.path("operations").fieldNames())
                .toIterable()
                .contains("receive-resident-changes", "receive-certificate-requests", "receive-contact-points")
                .contains("send-certificate-events", "send-certificate-status", "send-notices")
                .contains("send-notice-deliveries", "send-resident-changes-dlq")
                .hasSize(Topic.values().length);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_DLQ")
    void a_message_carries_the_schema_that_is_registered(Topic topic) {
        var contract = topic.schema().orElseThrow();
        var message = document.path("components").path("messages").path(contract.getName());
        assertThat(message.path("contentType").asText()).isEqualTo("application/vnd.confluent.avro");
        assertThat(message.path("payload").path("schemaFormat").asText())
                .isEqualTo("application/vnd.apache.avro+json;version=1.12.0");
        assertThat(new Schema.Parser()
                        .parse(message.path("payload").path("schema").toString()))
                .isEqualTo(SchemaRegistry.portable(contract).rawSchema());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void the_headers_are_those_that_records_have() {
        var sent = new RecordHeaders();
        CloudEventHeaders.add(sent, "id", "/source", "type", Instant.EPOCH);
        assertThat(namesOf(sent)).containsExactlyInAnyOrderElementsOf(CloudEventHeaders.ATTRIBUTES);

        var dead = new RecordHeaders();
        var origin = new DeadLetters.Origin("resident-changes", 0, 0, 0);
        DeadLetters.describe(
                dead, origin, new byte[] {1}, new Decoded.Poison<>(DeadLetterCause.MISSING_KEY, "No key."));
        assertThat(namesOf(dead)).containsExactlyInAnyOrderElementsOf(DeadLetters.HEADERS);
    }

    private static Iterable<String> namesOf(RecordHeaders headers) {
        return Arrays.stream(headers.toArray()).map(Header::key).toList();
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
