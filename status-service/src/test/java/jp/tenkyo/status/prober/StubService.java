package jp.tenkyo.status.prober;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers on a free port of this machine as a test says. */
final class StubService implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> byPath = new ConcurrentHashMap<>();
    private volatile Answer next = new Answer(503, Map.of(), new byte[0]);

    /** What is answered. */
    static final class Answer {

        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        static Answer of(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }

        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var condition = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(exchange.getRequestURI() + (condition == null ? "" : " unless " + condition));
            var answer = byPath.getOrDefault(exchange.getRequestURI().toString(), next);
            answer.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            if (answer.body.length > 0) {
                exchange.getResponseBody().write(answer.body);
            }
        }
    }

    void answers(Answer answer) {
        next = answer;
    }

    void answers(String path, Answer answer) {
        byPath.put(path, answer);
    }

    /** Paths in the order in which they were asked for, with the condition. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    ServiceHttp http() {
        return new ServiceHttp(
                () -> "http://127.0.0.1:" + server.getAddress().getPort(), "a key", Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
