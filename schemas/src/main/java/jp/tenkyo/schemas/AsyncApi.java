package jp.tenkyo.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The AsyncAPI 3.0 document of all topics, made from the catalogue. Seen from Tenkyo: what its services own they send,
 * what others own they receive. How many partitions a topic has is an installation's choice, and not in here.
 */
public final class AsyncApi {

    private static final String AVRO = "application/vnd.apache.avro+json;version=1.12.0";
    private static final String KAFKA_BINDING = "0.5.0";
    private static final Set<String> SERVICES = Set.of("lifecycle-service", "notifier-service");
    private static final String DEAD_LETTER = "DeadLetter";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApi() {}

    /** The document as JSON, the same text each time. */
    public static String document() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(tree()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The catalogue does not make a document.", e);
        }
    }

    private static ObjectNode tree() {
        var root = JSON.createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Tenkyo's topics")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Certificate lifecycle of Japan's public certification service for individuals (JPKI). Values"
                                + " are Avro in Confluent's wire format, subjects are <topic>-value and FULL_TRANSITIVE;"
                                + " keys are plain UTF-8 text, placed by murmur2.")
                .putObject("license")
                .put("name", "Apache-2.0");
        root.put("defaultContentType", CloudEventHeaders.CONTENT_TYPE);
        var channels = root.putObject("channels");
        var operations = root.putObject("operations");
        var components = root.putObject("components");
        var messages = components.putObject("messages");
        for (var topic : Topic.values()) {
            channels.set(topic.topicName(), channel(topic));
            operations.set(action(topic) + "-" + topic.topicName(), operation(topic));
            topic.schema().ifPresent(schema -> messages.set(schema.getName(), message(topic, schema)));
        }
        messages.set(DEAD_LETTER, deadLetter());
        components.putObject("messageTraits").set("cloudEvent", cloudEvent());
        return root;
    }

    private static ObjectNode channel(Topic topic) {
        var channel = JSON.createObjectNode();
        channel.put("address", topic.topicName()).put("description", topic.purpose() + ".");
        channel.putObject("messages").set(messageName(topic), reference("/components/messages/" + messageName(topic)));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topicName());
        keepFor(topic, kafka.putObject("topicConfiguration"));
        kafka.put("bindingVersion", KAFKA_BINDING);
        return channel.put("x-owner", topic.owner())
                .put("x-key", topic.key().meaning())
                .put("x-retention", retention(topic))
                .put("x-personal-data", topic.personalData());
    }

    private static void keepFor(Topic topic, ObjectNode configuration) {
        switch (topic.keep()) {
            case Topic.Keep.Latest() -> configuration.putArray("cleanup.policy").add("compact");
            case Topic.Keep.For(var time) -> {
                configuration.putArray("cleanup.policy").add("delete");
                configuration.put("retention.ms", time.toMillis());
            }
        }
    }

    private static String retention(Topic topic) {
        return switch (topic.keep()) {
            case Topic.Keep.Latest() -> "the latest record of each key";
            case Topic.Keep.For(var time) -> "P" + time.toDays() + "D";
        };
    }

    private static ObjectNode operation(Topic topic) {
        var operation = JSON.createObjectNode().put("action", action(topic));
        operation.set("channel", reference("/channels/" + topic.topicName()));
        operation.put("summary", topic.purpose() + ".");
        operation
                .putArray("messages")
                .add(reference("/channels/" + topic.topicName() + "/messages/" + messageName(topic)));
        return operation.put("x-owner", topic.owner());
    }

    private static String action(Topic topic) {
        return topic.holdsDeadLetters() || SERVICES.contains(topic.owner()) ? "send" : "receive";
    }

    private static String messageName(Topic topic) {
        return topic.schema().map(Schema::getName).orElse(DEAD_LETTER);
    }

    private static ObjectNode message(Topic topic, Schema schema) {
        var message = JSON.createObjectNode();
        message.put("name", schema.getFullName())
                .put("title", schema.getName())
                .put("summary", schema.getDoc())
                .put("contentType", CloudEventHeaders.CONTENT_TYPE);
        message.putArray("traits").add(reference("/components/messageTraits/cloudEvent"));
        message.putObject("payload").put("schemaFormat", AVRO).set("schema", registered(schema));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", topic.key().meaning());
        kafka.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("schemaLookupStrategy", "TopicNameStrategy")
                .put("bindingVersion", KAFKA_BINDING);
        return message;
    }

    /** The schema as the registry has it. */
    private static JsonNode registered(Schema schema) {
        try {
            return JSON.readTree(SchemaRegistry.portable(schema).canonicalString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(schema.getFullName() + " does not print as JSON.", e);
        }
    }

    private static ObjectNode cloudEvent() {
        var trait = JSON.createObjectNode().put("summary", "CloudEvents 1.0, binary content mode");
        var headers = headers(trait, CloudEventHeaders.ATTRIBUTES, CloudEventHeaders.TRACE_CONTEXT);
        constant(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        constant(headers, CloudEventHeaders.CONTENT_TYPE_NAME, CloudEventHeaders.CONTENT_TYPE);
        return trait;
    }

    private static ObjectNode deadLetter() {
        var message = JSON.createObjectNode();
        message.put("name", DEAD_LETTER)
                .put("title", "A record that could not be read")
                .put("summary", "Key and value as they came, with where they lay and what is wrong.")
                .put("contentType", "application/octet-stream");
        var headers = headers(message, DeadLetters.HEADERS, List.of(DeadLetters.SCHEMA_ID));
        var causes = ((ObjectNode) headers.get(DeadLetters.ERROR)).putArray("enum");
        Arrays.stream(DeadLetterCause.values()).map(Enum::name).forEach(causes::add);
        return message;
    }

    /** Puts a schema of text headers into the message and returns its properties. */
    private static ObjectNode headers(ObjectNode message, List<String> always, List<String> sometimes) {
        var schema = message.putObject("headers").put("type", "object");
        var properties = schema.putObject("properties");
        always.forEach(name -> properties.putObject(name).put("type", "string"));
        sometimes.forEach(name -> properties.putObject(name).put("type", "string"));
        ArrayNode required = schema.putArray("required");
        always.forEach(required::add);
        return properties;
    }

    private static void constant(ObjectNode properties, String name, String value) {
        properties.putObject(name).put("type", "string").put("const", value);
    }

    private static ObjectNode reference(String path) {
        return JSON.createObjectNode().put("$ref", "#" + path);
    }
}
