package jp.tenkyo.status.webhooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Posts over HTTP. Follows no redirect, keeps no cookie, reads no more of an answer than it needs. */
final class HttpSender implements Sender, AutoCloseable {

    private static final int STATUS_OK_MAX = 299;
    private static final int BODY_READ_MAX = 64 << 10;
    /** Attempts are bounded for each subscription, which must not wait for another's connections. */
    private static final int CONNECTIONS_MAX = 100_000;

    private static final Duration CONNECTION_KEPT_FOR = Duration.ofSeconds(30);

    private final CloseableHttpClient http;
    private final Duration answerWithin;
    private final InstantSource clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    HttpSender(GuardedDns dns, Duration connectWithin, Duration answerWithin, InstantSource clock) {
        this.answerWithin = answerWithin;
        this.clock = clock;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectWithin))
                        .setSocketTimeout(Timeout.of(answerWithin))
                        .setTimeToLive(TimeValue.of(CONNECTION_KEPT_FOR))
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("tenkyo-webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public Outcome send(String url, String id, String body, SigningSecret secret) {
        var address = URI.create(url);
        var request = new HttpPost(address);
        var timestamp = clock.instant().getEpochSecond();
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        request.setHeader("webhook-signature", secret.sign(id, timestamp, body));
        // A socket's time-out starts anew with each byte that drips in.
        var deadline = deadlines.schedule(request::cancel, answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        var target = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
        try (var response = http.executeOpen(target, request, null)) {
            var outcome = outcome(response);
            readToEnd(response);
            return outcome;
        } catch (IOException e) {
            return Outcome.Failed.because(request.isCancelled() ? "no answer in time" : kind(e));
        } finally {
            deadline.cancel(false);
        }
    }

    private Outcome outcome(ClassicHttpResponse response) {
        var status = response.getCode();
        if (status >= HttpStatus.SC_OK && status <= STATUS_OK_MAX) {
            return new Outcome.Delivered();
        }
        return status == HttpStatus.SC_GONE
                ? new Outcome.Gone()
                : new Outcome.Failed("status " + status, retryAfter(response));
    }

    private Optional<Duration> retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return header == null
                ? Optional.empty()
                : retryAfter(header.getValue(), clock.instant()).filter(Duration::isPositive);
    }

    /** RFC 9110 10.2.3: seconds, or a date; empty where it is neither. */
    static Optional<Duration> retryAfter(String value, Instant now) {
        try {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(value.strip())));
        } catch (NumberFormatException _) {
            return Optional.ofNullable(DateUtils.parseStandardDate(value)).map(date -> Duration.between(now, date));
        }
    }

    /** So that the connection can be used again; a long answer is cut off with its connection. */
    private static void readToEnd(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity != null) {
            entity.getContent().readNBytes(BODY_READ_MAX);
        }
    }

    /** Never the exception's text, which may have what the receiver wrote or which addresses there are. */
    private static String kind(IOException e) {
        return switch (e) {
            case GuardedDns.PrivateAddressException _ -> "private address refused";
            case UnknownHostException _ -> "unknown host";
            case SSLException _ -> "TLS failed";
            case SocketTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "not connected";
            default -> "connection failed";
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
