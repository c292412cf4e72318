package jp.tenkyo.notifier.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.notifier.core.BackOff;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.notifier.core.Notice;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which notices wait, and which are over. A notice is in the outbox exactly while its standing says so; a settled one
 * never comes back until it is forgotten.
 */
final class NoticeBook {

    /** Bounds one sweep, so that it never starves the thread. */
    static final int FORGOTTEN_PER_SWEEP_MAX = 500;

    private final KeyValueStore<Due, Waiting> outbox;
    private final KeyValueStore<String, Standing> standings;
    private final KeyValueStore<Due, byte[]> forgettable;
    private final BackOff backOff;
    private final Duration keptFor;

    /** @param keptFor how long it is remembered that a notice is settled */
    NoticeBook(
            KeyValueStore<Due, Waiting> outbox,
            KeyValueStore<String, Standing> standings,
            KeyValueStore<Due, byte[]> forgettable,
            BackOff backOff,
            Duration keptFor) {
        this.outbox = outbox;
        this.standings = standings;
        this.forgettable = forgettable;
        this.backOff = backOff;
        this.keptFor = keptFor;
    }

    /** Puts a notice in the outbox, in the place of an unsent one of its id. Nobody is told anything after a death. */
    Optional<Delivery> plan(Notice notice, Instant now) {
        if (notice.changeReason() == ChangeReason.DIED) {
            return withdraw(notice.noticeId(), notice.holderId(), "HOLDER_DIED", now);
        }
        switch (standings.get(notice.noticeId())) {
            case null -> wait(new Due(now, notice.noticeId()), new Waiting(now, 0, notice));
            case Standing.InOutbox(var dueAt) -> replace(new Due(dueAt, notice.noticeId()), notice, now);
            case Standing.Settled _ -> {}
        }
        return Optional.empty();
    }

    private void replace(Due due, Notice notice, Instant now) {
        var earlier = outbox.get(due);
        outbox.put(
                due,
                earlier == null
                        ? new Waiting(now, 0, notice)
                        : new Waiting(earlier.enteredAt(), earlier.attempts(), notice));
    }

    /** Settles a notice as withdrawn, also one not heard of yet; says so unless it was settled before. */
    Optional<Delivery> withdraw(String noticeId, String holderId, String reason, Instant now) {
        var attempts =
                switch (standings.get(noticeId)) {
                    case null -> 0;
                    case Standing.InOutbox(var dueAt) -> attempts(new Due(dueAt, noticeId));
                    case Standing.Settled _ -> -1;
                };
        if (attempts < 0) {
            return Optional.empty();
        }
        settle(noticeId, DeliveryOutcome.WITHDRAWN, now);
        return Optional.of(new Delivery(noticeId, holderId, DeliveryOutcome.WITHDRAWN, attempts, reason, now));
    }

    private int attempts(Due due) {
        var waiting = outbox.get(due);
        return waiting == null ? 0 : waiting.attempts();
    }

    /** What the sender recorded: over, or another attempt after a pause. */
    void delivered(Delivery delivery, Instant now) {
        if (delivery.isFinal()) {
            settle(delivery.noticeId(), delivery.outcome(), now);
        } else if (standings.get(delivery.noticeId()) instanceof Standing.InOutbox(var dueAt)) {
            postpone(new Due(dueAt, delivery.noticeId()), delivery);
        }
    }

    private void postpone(Due due, Delivery delivery) {
        var waiting = outbox.get(due);
        if (waiting != null && waiting.attempts() < delivery.attempt()) {
            outbox.delete(due);
            wait(
                    new Due(delivery.at().plus(backOff.pauseAfter(delivery.attempt())), due.noticeId()),
                    new Waiting(waiting.enteredAt(), delivery.attempt(), waiting.notice()));
        }
    }

    private void wait(Due due, Waiting waiting) {
        outbox.put(due, waiting);
        standings.put(due.noticeId(), new Standing.InOutbox(due.at()));
    }

    /** A mail that was on its way while its notice was withdrawn has been sent: the later word stands. */
    private void settle(String noticeId, DeliveryOutcome outcome, Instant now) {
        var earlier = standings.get(noticeId);
        if (earlier instanceof Standing.InOutbox(var dueAt)) {
            outbox.delete(new Due(dueAt, noticeId));
        }
        if (!(earlier instanceof Standing.Settled)) {
            forgettable.put(new Due(now.plus(keptFor), noticeId), new byte[0]);
        }
        standings.put(noticeId, new Standing.Settled(outcome));
    }

    /** Forgets notices settled long ago, a bounded number at a time. */
    void sweep(Instant now) {
        var due = new ArrayList<Due>();
        try (var range = forgettable.range(Due.from(Instant.EPOCH), Due.from(now))) {
            while (range.hasNext() && due.size() < FORGOTTEN_PER_SWEEP_MAX) {
                due.add(range.next().key);
            }
        }
        for (var entry : due) {
            forgettable.delete(entry);
            standings.delete(entry.noticeId());
        }
    }
}
