package jp.tenkyo.status.prober;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks this instance over HTTP, as a client outside would, with a key of its own. Safe for use by several threads. */
final class ServiceHttp implements AutoCloseable {

    private static final int BODY_MAX = 4 << 20;

    private final HttpClient http;
    private final Supplier<String> base;
    private final String key;
    private final Duration within;

    /**
     * @param base scheme, host and port, known once the server has started
     * @param key of the client that asks
     * @param within bound for connecting, and for an answer
     */
    ServiceHttp(Supplier<String> base, String key, Duration within) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(within)
                .build();
        this.base = base;
        this.key = key;
        this.within = within;
    }

    /** A request to a path, to be completed and sent. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base.get() + path)).timeout(within);
    }

    /** The same, known as a client. */
    HttpRequest.Builder knownTo(String path) {
        return to(path).header("X-API-Key", key);
    }

    Duration within() {
        return within;
    }

    /** Empty where nothing came that can be read: no connection, or no answer in time. */
    Optional<HttpResponse<byte[]>> send(HttpRequest request) throws InterruptedException {
        return send(request, BODY_MAX);
    }

    /**
     * @param bytesMax the body of an answer whose Content-Length is more is left out; without one, it counts as none
     */
    Optional<HttpResponse<byte[]>> send(HttpRequest request, long bytesMax) throws InterruptedException {
        try {
            return Optional.of(http.send(
                    request,
                    head -> head.headers().firstValueAsLong("Content-Length").orElse(0) > bytesMax
                            ? HttpResponse.BodySubscribers.replacing(new byte[0])
                            : HttpResponse.BodySubscribers.limiting(
                                    HttpResponse.BodySubscribers.ofByteArray(), bytesMax)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
