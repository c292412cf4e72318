package jp.tenkyo.quickstart.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one page, with what belongs to it, on 127.0.0.1. */
public final class PageServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int BACKLOG_MAX = 64;
    private static final int NO_BODY = -1;
    private static final int FORM_BYTES_MAX = 4_096;

    /**
     * Names under which this machine reaches itself: a page of another site must not read ours by a name of its own.
     */
    private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Nothing from elsewhere, nothing inline. */
    private static final Map<String, String> SAFE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private final HttpServer server;
    private final ExecutorService threads;

    private PageServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @param port on 127.0.0.1; 0 for any that is free */
    public static PageServer start(int port, Page page) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG_MAX);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, page));
            server.start();
            return new PageServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot serve pages on port " + port, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Page page) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange, page));
        }
    }

    private static Answer answer(HttpExchange exchange, Page page) {
        if (!isForUs(exchange.getRequestHeaders().getFirst("Host"))) {
            return problem(421, "This page answers to 127.0.0.1 and localhost alone.");
        }
        var language = Language.accepted(exchange.getRequestHeaders().getFirst("Accept-Language"));
        var request = new Request(exchange.getRequestURI(), language);
        try {
            return switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> page.answer(request);
                case "POST" -> isOurForm(exchange) ? page.post(request, form(exchange)) : Answer.notAllowed();
                default -> Answer.notAllowed();
            };
        } catch (IOException | RuntimeException e) {
            LOG.error("No answer for {}", exchange.getRequestURI().getPath(), e);
            return problem(500, "That did not work; see the log.");
        }
    }

    /** Browsers say where a form comes from: one on another site must not set anything here. */
    private static boolean isOurForm(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var origin = headers.getFirst("Origin");
        return origin == null || origin.equals("http://" + headers.getFirst("Host"));
    }

    private static String form(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(FORM_BYTES_MAX), UTF_8);
    }

    private static boolean isForUs(@Nullable String host) {
        return host != null && OUR_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static Answer problem(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", new Bytes((text + "\n").getBytes(UTF_8)), Map.of());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        SAFE.forEach(headers::set);
        headers.set("Content-Type", answer.contentType());
        answer.headers().forEach(headers::set);
        if ("HEAD".equals(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(
                answer.status(),
                answer.body().length() == 0 ? NO_BODY : answer.body().length());
        if (answer.body().length() > 0) {
            exchange.getResponseBody().write(answer.body().array());
        }
    }
}
