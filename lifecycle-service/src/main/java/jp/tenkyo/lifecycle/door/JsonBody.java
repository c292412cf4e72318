package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request: one object, or an array of up to {@link #ITEMS_MAX}. */
final class JsonBody {

    static final int ITEMS_MAX = 1_000;

    /** A thousand inputs of the largest sort stay far below. */
    static final int BYTES_MAX = 4 * 1024 * 1024;

    private static final int DEPTH_MAX = 8;

    /** A name given twice would hide one of two values: refused. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** The body is no JSON. The message says where, never what. */
    static final class UnparsableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnparsableException(String message) {
            super(message);
        }
    }

    /** The body has more inputs or bytes than one request may. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    static List<JsonNode> items(InputStream body) throws IOException {
        var root = single(body, BYTES_MAX);
        if (root.size() > ITEMS_MAX && root.isArray()) {
            throw new TooLargeException("A request has at most " + ITEMS_MAX + " inputs; this one has " + root.size()
                    + ". Send them in parts.");
        }
        return root.isArray() ? StreamSupport.stream(root.spliterator(), false).toList() : List.of(root);
    }

    /** The body of a request that has one object and no array. */
    static JsonNode single(InputStream body, int bytesMax) throws IOException {
        var bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw new TooLargeException("A request has at most " + bytesMax + " bytes; send it in parts.");
        }
        return parse(bytes);
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            var root = MAPPER.readTree(bytes);
            if (root.isMissingNode()) {
                throw new UnparsableException("The body is empty; an object or an array of objects is expected.");
            }
            return root;
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new UnparsableException(
                    where == null
                            ? "The body is not JSON."
                            : "The body is not JSON: line %d, column %d."
                                    .formatted(where.getLineNr(), where.getColumnNr()));
        }
    }
}
