package jp.tenkyo.status.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.tenkyo.status.table.RunningTable;

/** A receiver on a free port of this machine, which answers as a test says. */
public final class HttpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** A request as it came. */
    public record Received(String path, String id, long timestamp, String signature, String body) {}

    /** How it answers. */
    public interface Behaviour {
        /** @return the status to answer with */
        int of(HttpExchange exchange, Received request, int number) throws Exception;
    }

    public HttpReceiver(Behaviour behaviour) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status(behaviour, exchange), -1);
            }
        });
        server.start();
    }

    private int status(Behaviour behaviour, HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var request = new Received(
                exchange.getRequestURI().toString(),
                headers.getFirst("webhook-id"),
                Long.parseLong(headers.getFirst("webhook-timestamp")),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int number;
        synchronized (received) {
            received.add(request);
            number = received.size();
        }
        try {
            return behaviour.of(exchange, request, number);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> awaitIds(int count) {
        RunningTable.await(() -> {
            if (received.size() < count) {
                throw new AssertionError("only %d of %d have come".formatted(received.size(), count));
            }
        });
        return received.stream().map(Received::id).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
