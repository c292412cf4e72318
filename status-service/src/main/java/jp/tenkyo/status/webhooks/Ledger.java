package jp.tenkyo.status.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.feed.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What one subscription is still to be told, and from where on: on disk first, then in memory, so that a crash at any
 * point leads to a repeat under the same id, and never to a loss. Not safe for use by several threads.
 */
final class Ledger {

    private final String subscriptionId;
    private final WebhookStore store;
    private final WebhookSettings settings;
    private final Outbox outbox = new Outbox();
    private @Nullable Cursor cursor;
    private long nextNumber;
    private int dead;

    Ledger(String subscriptionId, WebhookStore store, WebhookSettings settings) {
        this.subscriptionId = subscriptionId;
        this.store = store;
        this.settings = settings;
    }

    /**
     * Forgets what is in memory and reads what is on disk.
     *
     * @return since when messages on their way have failed; empty where none has
     */
    Optional<Instant> load() {
        outbox.clear();
        cursor = store.cursor(subscriptionId).orElse(null);
        var pending = store.pending(subscriptionId);
        var given = store.dead(subscriptionId, 0, Integer.MAX_VALUE);
        pending.forEach(outbox::add);
        dead = given.size();
        nextNumber = Math.max(last(pending), last(given)) + 1;
        return pending.stream()
                .filter(message -> message.attempts() > 0)
                .map(Message::takenAt)
                .min(Instant::compareTo);
    }

    private static long last(List<Message> messages) {
        return messages.isEmpty() ? 0 : messages.getLast().number();
    }

    Outbox outbox() {
        return outbox;
    }

    /** Empty before the first has been taken up. */
    Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    int dead() {
        return dead;
    }

    /** Where there is none, the feed keeps what comes: nothing is taken up that could not be kept here. */
    int room() {
        return dead >= settings.deadLettersMax() ? 0 : Math.max(0, settings.inFlightMax() - outbox.size());
    }

    /** A page of the feed is worth reading once half of what may be on its way has gone. */
    boolean wantsMore() {
        return room() > 0 && outbox.size() <= settings.inFlightMax() / 2;
    }

    /**
     * Takes changes up, with the place behind them.
     *
     * @param changes empty ones tell that a snapshot is needed
     */
    void take(List<Optional<LastKnown>> changes, Cursor next, Instant now) {
        if (next.equals(cursor)) {
            return;
        }
        var messages = new ArrayList<Message>();
        for (var change : changes) {
            messages.add(Message.about(nextNumber++, change, now));
        }
        store.write(batch -> {
            messages.forEach(message -> batch.pending(subscriptionId, message));
            batch.cursor(subscriptionId, next);
        });
        messages.forEach(outbox::add);
        cursor = next;
    }

    void delivered(List<Message> messages) {
        store.write(batch -> messages.forEach(message -> batch.forgetPending(subscriptionId, message.number())));
    }

    void tryAgain(Message message) {
        store.write(batch -> batch.pending(subscriptionId, message));
        outbox.add(message);
    }

    void giveUp(Message message) {
        store.write(batch -> {
            batch.forgetPending(subscriptionId, message.number());
            batch.dead(subscriptionId, message);
        });
        dead++;
    }

    /**
     * Puts dead letters back on their way.
     *
     * @param number of one of them; empty for all
     */
    void redrive(OptionalLong number, Instant now) {
        var found = store.dead(subscriptionId, number.orElse(0), number.isPresent() ? 1 : Integer.MAX_VALUE);
        var messages = found.stream()
                .filter(message -> number.isEmpty() || message.number() == number.getAsLong())
                .map(message -> message.anew(now))
                .toList();
        store.write(batch -> messages.forEach(message -> {
            batch.forgetDead(subscriptionId, message.number());
            batch.pending(subscriptionId, message);
        }));
        messages.forEach(outbox::add);
        dead -= messages.size();
    }

    /** The subscription wants nothing more. */
    void end(Subscription ended) {
        store.write(batch -> {
            batch.subscription(ended);
            batch.forgetAllPending(subscriptionId);
        });
        outbox.clear();
    }
}
