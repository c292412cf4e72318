package jp.tenkyo.status.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.feed.Cursor;
import jp.tenkyo.status.feed.FeedPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one subscription, on a thread of its own, which alone changes what is known of it; attempts run on others
 * and report to its inbox. What it takes up from the feed is stored with the place it was taken from, so a crash at any
 * point leads to a repeat under the same id, and never to a loss.
 */
final class Delivery implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int RESTS_AFTER_FAILURE = 5;

    private final Client client;
    private final SigningSecret secret;
    private final DeliveryParts parts;
    private final ExecutorService threads;
    private final BlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Outbox outbox = new Outbox();
    private final Receiver receiver = new Receiver();
    private Optional<Cursor> cursor = Optional.empty();
    private long nextNumber;
    private int dead;
    private volatile boolean stopping;
    private volatile Subscription subscription;
    private volatile Standing standing = new Standing(0, 0, null);

    private sealed interface Event {
        record Wake() implements Event {}

        record Answered(long number, Outcome outcome) implements Event {}

        record Redrive(OptionalLong number) implements Event {}
    }

    /**
     * How it stands.
     *
     * @param onTheirWay messages neither delivered nor given up
     * @param deadLetters messages given up
     * @param failingSince since when nothing has gone through; null where the last attempt did
     */
    record Standing(
            int onTheirWay, int deadLetters, @Nullable Instant failingSince) {}

    /** @param client with the permission of the settings, narrowed by the subscription's filter */
    Delivery(
            Subscription subscription,
            Client client,
            SigningSecret secret,
            DeliveryParts parts,
            ExecutorService threads) {
        this.subscription = subscription;
        this.client = client;
        this.secret = secret;
        this.parts = parts;
        this.threads = threads;
    }

    Subscription subscription() {
        return subscription;
    }

    Standing standing() {
        return standing;
    }

    /** Something may be there to take up. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            inbox.add(new Event.Wake());
        }
    }

    /** @param number of one dead letter; empty for all */
    void redrive(OptionalLong number) {
        inbox.add(new Event.Redrive(number));
    }

    void stop() {
        stopping = true;
        inbox.add(new Event.Wake());
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                try {
                    load();
                    deliver();
                } catch (RuntimeException e) {
                    LOG.error("Deliveries to {} are begun anew", subscription, e);
                    rest();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest() throws InterruptedException {
        for (var rests = 0; rests < RESTS_AFTER_FAILURE && !stopping; rests++) {
            inbox.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void load() {
        var id = subscription.id();
        outbox.clear();
        cursor = parts.store().cursor(id);
        var pending = parts.store().pending(id);
        var given = parts.store().dead(id, 0, Integer.MAX_VALUE);
        pending.forEach(outbox::add);
        pending.stream()
                .filter(message -> message.attempts() > 0)
                .map(Message::takenAt)
                .min(Instant::compareTo)
                .ifPresent(receiver::failingSince);
        dead = given.size();
        nextNumber = Math.max(last(pending), last(given)) + 1;
    }

    private static long last(List<Message> messages) {
        return messages.isEmpty() ? 0 : messages.getLast().number();
    }

    private void deliver() throws InterruptedException {
        while (!stopping) {
            // Before looking, so that what comes meanwhile wakes again.
            woken.set(false);
            var more = takeUp();
            sendDue();
            standing = new Standing(outbox.size(), dead, receiver.failing().orElse(null));
            handleNext(more && room() > 0 ? Duration.ZERO : untilDue());
        }
    }

    /** Where there is none, the feed keeps what comes: nothing is taken up that could not be kept here. */
    private int room() {
        return dead >= parts.settings().deadLettersMax()
                ? 0
                : Math.max(0, parts.settings().inFlightMax() - outbox.size());
    }

    /** @return whether there is more */
    private boolean takeUp() {
        if (room() == 0) {
            return false;
        }
        if (cursor.isEmpty()) {
            parts.feed().latest().ifPresent(latest -> take(List.of(), latest));
            return false;
        }
        return switch (parts.feed().after(cursor.get(), client.permission(), room())) {
            case FeedPage.Changes(var rows, var next, var more) -> {
                take(rows.stream().<Optional<StatusRow>>map(Optional::of).toList(), next);
                yield more;
            }
            case FeedPage.TooOld _, FeedPage.Unknown _ -> {
                LOG.warn("{} has missed changes, and is told to take a snapshot", subscription);
                parts.feed().oldest().ifPresent(oldest -> take(List.of(Optional.empty()), oldest));
                yield false;
            }
            case FeedPage.Stale _, FeedPage.Snapshot _ -> false;
        };
    }

    private void take(List<Optional<StatusRow>> rows, Cursor next) {
        if (cursor.filter(next::equals).isPresent()) {
            return;
        }
        var now = parts.now();
        var messages = new ArrayList<Message>();
        for (var row : rows) {
            messages.add(Message.about(nextNumber++, row.orElse(null), now));
        }
        parts.store().write(batch -> {
            messages.forEach(message -> batch.pending(subscription.id(), message));
            batch.cursor(subscription.id(), next);
        });
        messages.forEach(outbox::add);
        cursor = Optional.of(next);
    }

    private void sendDue() {
        var now = parts.now();
        if (receiver.isLeftAlone(now)) {
            return;
        }
        // Whoever is down is asked by one message at a time whether it is back.
        var atOnce = receiver.isDown() ? 1 : parts.settings().parallel();
        for (var message : outbox.begin(now, atOnce - outbox.sending())) {
            threads.execute(() -> inbox.add(new Event.Answered(message.number(), attempt(message))));
        }
    }

    private Outcome attempt(Message message) {
        try {
            return Envelope.of(message, client.permission(), parts.business().instant())
                    .map(body -> parts.sender().send(subscription.url(), message.id(), body, secret))
                    // It may no longer be told: that is not the receiver's fault.
                    .orElseGet(Outcome.Delivered::new);
        } catch (RuntimeException e) {
            LOG.error("An attempt for {} failed by our own fault", subscription, e);
            return Outcome.Failed.because("the sender failed");
        }
    }

    private Duration untilDue() {
        var now = parts.now();
        var due = outbox.nextDue().map(at -> Duration.between(now, at)).orElse(LOOK_EVERY);
        var busy = outbox.sending() > 0 || receiver.isLeftAlone(now);
        return busy || due.compareTo(LOOK_EVERY) > 0 ? LOOK_EVERY : due;
    }

    private void handleNext(Duration atMost) throws InterruptedException {
        var event = inbox.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        while (event != null && !stopping) {
            handle(event);
            event = inbox.poll();
        }
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Wake _ -> {
                // Looking is what follows anyway.
            }
            case Event.Answered(var number, var outcome) ->
                outbox.answered(number).ifPresent(message -> answered(message, outcome));
            case Event.Redrive(var number) -> redriven(number);
        }
    }

    private void answered(Message message, Outcome outcome) {
        switch (outcome) {
            case Outcome.Delivered() -> delivered(message);
            case Outcome.Gone() -> end();
            case Outcome.Failed(var how, var retryAfter) -> failed(message, how, retryAfter);
        }
    }

    private void delivered(Message message) {
        parts.count("delivered");
        parts.log().told(client, "webhook", 1);
        parts.store().write(batch -> batch.forgetPending(subscription.id(), message.number()));
        if (receiver.succeeded()) {
            outbox.allDue(parts.now());
        }
    }

    private void end() {
        parts.count("gone");
        LOG.info("{} has ended: its receiver answered 410", subscription);
        subscription = subscription.end();
        parts.store().write(batch -> {
            batch.subscription(subscription);
            batch.forgetAllPending(subscription.id());
        });
        outbox.clear();
        standing = new Standing(0, dead, null);
        stopping = true;
    }

    private void failed(Message message, String how, Optional<Duration> retryAfter) {
        var now = parts.now();
        var retryFor = parts.settings().retryFor();
        var lastAt = message.takenAt().plus(retryFor);
        receiver.failed(now, retryAfter);
        if (!now.isBefore(lastAt) || receiver.hasFailedFor(retryFor, now)) {
            giveUp(message.failed(how, now));
            return;
        }
        parts.count("failed");
        var wished = parts.afterFailures(message.attempts() + 1, now);
        var asked = retryAfter.map(now::plus).filter(wished::isBefore).orElse(wished);
        var again = message.failed(how, asked.isAfter(lastAt) ? lastAt : asked);
        parts.store().write(batch -> batch.pending(subscription.id(), again));
        outbox.add(again);
    }

    private void giveUp(Message message) {
        parts.count("given-up");
        parts.store().write(batch -> {
            batch.forgetPending(subscription.id(), message.number());
            batch.dead(subscription.id(), message);
        });
        dead++;
    }

    private void redriven(OptionalLong number) {
        var now = parts.now();
        var all = parts.store().dead(subscription.id(), number.orElse(0), number.isPresent() ? 1 : Integer.MAX_VALUE);
        var messages = all.stream()
                .filter(message -> number.isEmpty() || message.number() == number.getAsLong())
                .map(message -> message.anew(now))
                .toList();
        parts.store()
                .write(batch -> messages.forEach(message -> {
                    batch.forgetDead(subscription.id(), message.number());
                    batch.pending(subscription.id(), message);
                }));
        messages.forEach(outbox::add);
        dead -= messages.size();
        receiver.forgive();
    }
}
