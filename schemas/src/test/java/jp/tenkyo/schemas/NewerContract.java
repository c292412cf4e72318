package jp.tenkyo.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as a later version may have them. */
final class NewerContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NewerContract() {}

    /** One more body. */
    static Schema withBody(Schema schema, String name) {
        var contract = (ObjectNode) json(schema);
        var field = JSON.createObjectNode().put("name", name).putNull("default");
        var body = JSON.createObjectNode().put("type", "record").put("name", "Newer_" + name);
        body.putArray("fields").addObject().put("name", "holderId").put("type", "string");
        field.putArray("type").add("null").add(body);
        ((ArrayNode) contract.get("fields")).add(field);
        return parse(contract);
    }

    /** One more symbol of the enum of that simple name. */
    static Schema withSymbol(Schema schema, String enumName, String symbol) {
        var contract = json(schema);
        contract.findParents("symbols").stream()
                .filter(node -> node.path("name").asText().equals(enumName))
                .forEach(node -> ((ArrayNode) node.get("symbols")).add(symbol));
        return parse(contract);
    }

    private static JsonNode json(Schema schema) {
        try {
            return JSON.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema parse(JsonNode contract) {
        return new Schema.Parser().parse(contract.toString());
    }
}
