package jp.tenkyo.status.prober;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes webhook messages on a free port of the loopback, under a path that nobody can guess. */
final class WebhookReceiver implements AutoCloseable {

    private static final int TOKEN_BYTES = 16;
    private static final int BODY_MAX = 64 << 10;
    private static final int TAKEN = 204;
    private static final int NOT_GENUINE = 401;
    private static final int NOT_YET = 503;

    private final HttpServer server;
    private final String path;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Taking taking;

    /** What becomes of a message. */
    interface Taking {
        /** @return whether it is genuine */
        boolean take(String id, String timestamp, String signature, String body);
    }

    /** @param random must be fit for keys */
    WebhookReceiver(RandomGenerator random) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        path = "/" + HexFormat.of().formatHex(token);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(path, this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    void give(Taking to) {
        taking = to;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readNBytes(BODY_MAX), UTF_8);
            exchange.sendResponseHeaders(status(exchange, body), -1);
        }
    }

    private int status(HttpExchange exchange, String body) {
        var to = taking;
        if (to == null) {
            return NOT_YET;
        }
        var genuine = to.take(
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body);
        return genuine ? TAKEN : NOT_GENUINE;
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
