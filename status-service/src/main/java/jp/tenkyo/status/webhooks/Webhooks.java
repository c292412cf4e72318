package jp.tenkyo.status.webhooks;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.Clients;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.feed.Cursor;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.StatusListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All subscriptions of this installation and their deliveries. Safe for use by several threads. */
final class Webhooks implements StatusListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    private final Clients clients;
    private final DeliveryParts parts;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private volatile boolean started;

    /** A delivery and its thread, which has ended where the subscription has. */
    private record Running(Delivery delivery, Thread thread) {}

    Webhooks(Clients clients, DeliveryParts parts) {
        this.clients = clients;
        this.parts = parts;
    }

    /** Those of a client, oldest first. */
    List<Delivery> of(Client client) {
        return of(client.id());
    }

    List<Delivery> of(String clientId) {
        return running.values().stream()
                .map(Running::delivery)
                .filter(delivery -> delivery.subscription().client().equals(clientId))
                .sorted(Comparator.comparing(
                        (Delivery delivery) -> delivery.subscription().createdAt()))
                .toList();
    }

    /** Subscriptions that a fault of our own keeps from being delivered now. */
    long resting() {
        return running.values().stream()
                .filter(one -> one.delivery().isResting())
                .count();
    }

    /** Empty where the client has none of that id. */
    Optional<Delivery> find(Client client, String id) {
        return of(client).stream()
                .filter(delivery -> delivery.subscription().id().equals(id))
                .findFirst();
    }

    /**
     * @param from the place from where on changes are told
     * @return false where the client has as many as it may
     */
    synchronized boolean add(Subscription subscription, Client client, Cursor from) {
        if (of(client).size() >= parts.settings().perClientMax()) {
            return false;
        }
        parts.store().write(batch -> {
            batch.subscription(subscription);
            batch.cursor(subscription.id(), from);
        });
        run(subscription);
        return true;
    }

    /** Forgets it and all that was not delivered. */
    synchronized void remove(Subscription subscription) {
        var ending = running.remove(subscription.id());
        if (ending != null) {
            end(List.of(ending));
        }
        parts.store().write(batch -> batch.forgetAll(subscription.id()));
    }

    List<Message> deadLetters(Subscription subscription, long from, int max) {
        return parts.store().dead(subscription.id(), from, max);
    }

    private void run(Subscription subscription) {
        var client = clients.byId(subscription.client());
        var secret = SigningSecret.parse(subscription.secret());
        if (client.isEmpty() || secret.isEmpty()) {
            LOG.warn("{} is not delivered: its client is not in tenkyo.access.clients any more", subscription);
            return;
        }
        var narrowed = new Client(
                client.get().id(),
                client.get().permission().and(subscription.filter().permission()));
        var delivery = new Delivery(subscription, narrowed, secret.get(), parts, threads);
        var thread = Thread.ofVirtual().name("webhooks-of-" + subscription.id()).unstarted(delivery);
        running.put(subscription.id(), new Running(delivery, thread));
        WebhookMetrics.watch(parts.metrics(), this, client.get().id());
        if (!subscription.ended()) {
            thread.start();
        }
    }

    @Override
    public void changed(List<Change> changes, Set<CertificateId> touched) {
        running.values().forEach(one -> one.delivery().wake());
    }

    @Override
    public void emptied() {
        running.values().forEach(one -> one.delivery().wake());
    }

    @Override
    public void start() {
        parts.store().subscriptions().forEach(this::run);
        started = true;
    }

    @Override
    public synchronized void stop() {
        started = false;
        end(List.copyOf(running.values()));
        threads.shutdownNow();
        parts.store().close();
    }

    private static void end(List<Running> ending) {
        ending.forEach(one -> one.delivery().stop());
        try {
            var until = System.nanoTime() + ENDED_WITHIN.toNanos();
            for (var one : ending) {
                // It may be writing: what it writes must be whole before anybody forgets or closes anything.
                if (one.thread().getState() != Thread.State.NEW
                        && !one.thread().join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    LOG.warn(
                            "Deliveries to {} did not end in time.",
                            one.delivery().subscription());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
