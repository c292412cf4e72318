package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;

/** A registry that knows the schemas it was given and can answer wrongly, or stop in the middle of an answer. */
final class FakeRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Map<String, String>> schemas = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = this::honest;

    private FakeRegistry(HttpServer server) {
        this.server = server;
    }

    static FakeRegistry start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var registry = new FakeRegistry(server);
        server.createContext("/", exchange -> registry.behaviour.answer(exchange));
        server.start();
        return registry;
    }

    Map<String, Object> settings() {
        return Map.of(
                "schema.registry.url", "http://127.0.0.1:" + server.getAddress().getPort(), "retries.wait.ms", 1);
    }

    /** Knows the schema from now on, under the id that it returns. */
    int add(Schema schema) {
        return add(Map.of("schema", SchemaRegistry.portable(schema).canonicalString()));
    }

    int addRaw(String schema) {
        return add(Map.of("schema", schema));
    }

    int addOfType(String type, String schema) {
        return add(Map.of("schemaType", type, "schema", schema));
    }

    private int add(Map<String, String> answer) {
        schemas.add(answer);
        return schemas.size();
    }

    void answerAlways(int status, String body) {
        behaviour = exchange -> send(exchange, status, body);
    }

    /** Announces more than it sends, and hangs up. */
    void breakOffAnswers() {
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"sch".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("hang up");
        };
    }

    private void honest(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith("/schemas/ids/")) {
            schemaById(exchange, Integer.parseInt(path.substring("/schemas/ids/".length())));
        } else {
            idBySchema(exchange, path);
        }
    }

    private void schemaById(HttpExchange exchange, int id) throws IOException {
        if (id < 1 || id > schemas.size()) {
            send(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        } else {
            send(exchange, 200, JSON.writeValueAsString(schemas.get(id - 1)));
        }
    }

    private void idBySchema(HttpExchange exchange, String path) throws IOException {
        var schema = JSON.readTree(exchange.getRequestBody().readAllBytes())
                .path("schema")
                .asText();
        var id = schemas.indexOf(Map.of("schema", schema)) + 1;
        if (id == 0) {
            send(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        } else {
            var answer = Map.of("subject", path, "id", id, "version", 1, "schema", schema);
            send(exchange, 200, JSON.writeValueAsString(answer));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }
}
