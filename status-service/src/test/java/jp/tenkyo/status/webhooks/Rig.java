package jp.tenkyo.status.webhooks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.access.AccessSettings;
import jp.tenkyo.status.access.AccessSettings.ClientEntry;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.Clients;
import jp.tenkyo.status.access.Detail;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.feed.Feed;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.RunningTable;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.Tables;

/** Webhooks over a real table, a real store and real HTTP, on a clock that a test sets on. */
final class Rig implements AutoCloseable {

    static final String CLIENT = "pensions";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjU";

    final AtomicReference<Instant> now = new AtomicReference<>(Tables.NOW);
    /** Lets the thread of a delivery meet a fault of our own, when it has to choose how long to wait. */
    final AtomicBoolean breakOnce = new AtomicBoolean();

    final StatusTable table;
    final Feed feed;
    final Clients clients = new Clients(new AccessSettings(
            List.of(new ClientEntry(
                    CLIENT, "0".repeat(64), null, null, Set.of("*"), Set.of("*"), Set.of("*"), Detail.REASON)),
            null));
    final Client client = clients.byId(CLIENT).orElseThrow();
    private final Path folder;
    private final boolean allowPrivate;
    private long offset;
    WebhookStore store;
    Webhooks webhooks;
    private HttpSender sender;
    private SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private Rig(Path folder, boolean allowPrivate) {
        this.folder = folder;
        this.allowPrivate = allowPrivate;
        table = Tables.open(folder.resolve("table"));
        Tables.name(table, "topic-1");
        feed = new Feed(table, 1, Freshness.Fresh::new, now::get);
        store = WebhookStore.open(folder.resolve("webhooks"));
        sender = sender();
        webhooks = begin();
    }

    static Rig start(Path folder) {
        return new Rig(folder, true);
    }

    static Rig refusingPrivateAddresses(Path folder) {
        return new Rig(folder, false);
    }

    static WebhookSettings settings(Path folder, boolean allowPrivate) {
        return new WebhookSettings(
                true,
                folder,
                allowPrivate,
                allowPrivate,
                Duration.ofDays(3),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                4,
                8,
                20,
                10,
                List.of());
    }

    private HttpSender sender() {
        return new HttpSender(new GuardedDns(allowPrivate), Duration.ofSeconds(2), Duration.ofSeconds(10), now::get);
    }

    private Webhooks begin() {
        metrics = new SimpleMeterRegistry();
        var random = new Random(4);
        var parts = new DeliveryParts(
                store,
                feed,
                sender,
                settings(folder, allowPrivate),
                now::get,
                now::get,
                () -> {
                    if (breakOnce.getAndSet(false)) {
                        throw new IllegalStateException("broken by the test");
                    }
                    return random.nextLong();
                },
                new AccessLog(metrics),
                metrics);
        var begun = new Webhooks(clients, parts);
        table.listen(begun);
        begun.start();
        return begun;
    }

    /** As if the process had ended and begun again. */
    void restart() {
        stop();
        store = WebhookStore.open(folder.resolve("webhooks"));
        sender = sender();
        webhooks = begin();
    }

    /** A subscription from now on. */
    Subscription subscribe(String id, String url) {
        return subscribe(id, url, Filter.ALL);
    }

    Subscription subscribe(String id, String url, Filter filter) {
        var subscription = new Subscription(id, CLIENT, url, SECRET, filter, Tables.NOW, false, false);
        webhooks.add(subscription, client, feed.latest().orElseThrow());
        return subscription;
    }

    void take(StatusRow... rows) {
        Tables.take(table, offset, rows);
        offset += rows.length;
    }

    /** As if something came for it that nobody can read. */
    void doubt(CertificateId id) {
        Tables.doubt(table, offset++, id);
    }

    /** What a metric of the client says. */
    double figure(String name) {
        return metrics.get(name)
                .tag("client", CLIENT)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    /** Sets the clock on, and lets every delivery see it. */
    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        webhooks.emptied();
    }

    /** Awaits that the subscription stands like that. */
    void awaitStanding(Subscription of, int onTheirWay, int deadLetters) {
        RunningTable.await(() -> claimStanding(of, onTheirWay, deadLetters));
    }

    /** Says that it stands like that now. */
    void claimStanding(Subscription of, int onTheirWay, int deadLetters) {
        var standing = webhooks.find(client, of.id()).orElseThrow().standing();
        if (standing.onTheirWay() != onTheirWay || standing.deadLetters() != deadLetters) {
            throw new AssertionError(standing.toString());
        }
    }

    static String sign(String id, long timestamp, String body) {
        return SigningSecret.parse(SECRET).orElseThrow().sign(id, timestamp, body);
    }

    private void stop() {
        webhooks.stop();
        try {
            sender.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        table.close();
    }
}
