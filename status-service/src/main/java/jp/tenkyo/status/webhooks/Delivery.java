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
import jp.tenkyo.status.feed.Cursor;
import jp.tenkyo.status.feed.FeedPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one subscription, on a thread of its own, which alone changes what is known of it; attempts run on others
 * and report to its inbox.
 */
final class Delivery implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int RESTS_AFTER_FAILURE = 5;
    /** While one follows the other, so many make one line of the access log. */
    private static final int TOLD_LOGGED = 100;

    private final Client client;
    private final SigningSecret secret;
    private final DeliveryParts parts;
    private final ExecutorService threads;
    private final BlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Ledger ledger;
    private final Outbox outbox;
    private final Receiver receiver = new Receiver();
    /** Delivered, and not forgotten yet. */
    private final List<Message> done = new ArrayList<>();
    /** Delivered, and not logged yet. */
    private int told;

    private volatile boolean stopping;
    private volatile Subscription subscription;
    private volatile Standing standing = Standing.NOTHING;
    /** From a fault of our own until it has worked again. */
    private volatile boolean resting;

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
     * @param reached the place in the feed up to which changes were taken up; null before the first
     */
    record Standing(
            int onTheirWay,
            int deadLetters,
            @Nullable Instant failingSince,
            @Nullable Cursor reached) {

        static final Standing NOTHING = new Standing(0, 0, null, null);
    }

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
        this.ledger = new Ledger(subscription.id(), parts.store(), parts.settings());
        this.outbox = ledger.outbox();
    }

    Subscription subscription() {
        return subscription;
    }

    Standing standing() {
        return standing;
    }

    /** Whether it rests after a fault of our own, before it begins anew. */
    boolean isResting() {
        return resting;
    }

    /** Records of the topic that it has not taken up, permitted or not; a subscription that has ended wants none. */
    long recordsBehind() {
        var reached = standing.reached();
        return reached == null || subscription.ended() ? 0 : parts.feed().recordsAfter(reached);
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
                    ledger.load().ifPresent(receiver::failingSince);
                    deliver();
                } catch (RuntimeException e) {
                    LOG.error("Deliveries to {} are begun anew", subscription, e);
                    resting = true;
                    parts.restarted(client);
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

    private void deliver() throws InterruptedException {
        while (!stopping) {
            // Before looking, so that what comes meanwhile wakes again.
            woken.set(false);
            var more = takeUp();
            sendDue();
            standing = standingNow();
            handleNext(more && ledger.wantsMore() ? Duration.ZERO : untilDue());
            resting = false;
        }
    }

    private Standing standingNow() {
        return new Standing(
                outbox.size(),
                ledger.dead(),
                receiver.failing().orElse(null),
                ledger.cursor().orElse(null));
    }

    /** @return whether there is more */
    private boolean takeUp() {
        if (!ledger.wantsMore()) {
            return false;
        }
        var cursor = ledger.cursor();
        if (cursor.isEmpty()) {
            parts.feed().latest().ifPresent(latest -> ledger.take(List.of(), latest, parts.now()));
            return false;
        }
        return switch (parts.feed().after(cursor.get(), client.permission(), ledger.room())) {
            case FeedPage.Changes(var rows, var next, var more) -> {
                var wanted = rows.stream().filter(subscription.filter()::wants).map(Optional::of);
                ledger.take(wanted.toList(), next, parts.now());
                yield more;
            }
            case FeedPage.TooOld _, FeedPage.Unknown _ -> {
                LOG.warn("{} has missed changes, and is told to take a snapshot", subscription);
                parts.feed().oldest().ifPresent(oldest -> ledger.take(List.of(Optional.empty()), oldest, parts.now()));
                yield false;
            }
            case FeedPage.Stale _, FeedPage.Snapshot _ -> false;
        };
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
        settleDone();
    }

    /** Whatever was delivered meanwhile, together: one by one it would take as long as delivering. */
    private void settleDone() {
        if (!done.isEmpty()) {
            ledger.delivered(done);
            told += done.size();
            done.clear();
        }
        if (told >= TOLD_LOGGED || outbox.size() == 0 || stopping) {
            logTold();
        }
    }

    private void logTold() {
        if (told > 0) {
            parts.log().told(client, "webhook", told);
            told = 0;
        }
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Wake _ -> {
                // Looking is what follows anyway.
            }
            case Event.Answered(var number, var outcome) ->
                outbox.answered(number).ifPresent(message -> answered(message, outcome));
            case Event.Redrive(var number) -> {
                ledger.redrive(number, parts.now());
                receiver.forgive();
            }
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
        done.add(message);
        if (receiver.succeeded()) {
            outbox.allDue(parts.now());
        }
    }

    private void end() {
        parts.count("gone");
        LOG.info("{} has ended: its receiver answered 410", subscription);
        subscription = subscription.end();
        ledger.end(subscription);
        standing = new Standing(0, ledger.dead(), null, null);
        stopping = true;
    }

    private void failed(Message message, String how, Optional<Duration> retryAfter) {
        var now = parts.now();
        var retryFor = parts.settings().retryFor();
        var lastAt = message.takenAt().plus(retryFor);
        receiver.failed(now, retryAfter);
        if (!now.isBefore(lastAt) || receiver.hasFailedFor(retryFor, now)) {
            parts.count("given-up");
            ledger.giveUp(message.failed(how, now));
            return;
        }
        parts.count("failed");
        var wished = parts.afterFailures(message.attempts() + 1, now);
        var asked = retryAfter.map(now::plus).filter(wished::isBefore).orElse(wished);
        ledger.tryAgain(message.failed(how, asked.isAfter(lastAt) ? lastAt : asked));
    }
}
