package jp.tenkyo.status.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Messages of a subscription that are on their way, in memory as in the store. Not safe for use by several threads. */
final class Outbox {

    private final Map<Long, Message> waiting = new TreeMap<>();
    private final Map<Long, Message> sending = new HashMap<>();

    void add(Message message) {
        waiting.put(message.number(), message);
    }

    void clear() {
        waiting.clear();
        sending.clear();
    }

    int size() {
        return waiting.size() + sending.size();
    }

    int sending() {
        return sending.size();
    }

    /** Those that are due, oldest first; they count as being sent from now on. */
    List<Message> begin(Instant now, int max) {
        var due = waiting.values().stream()
                .filter(message -> !message.nextAt().isAfter(now))
                .limit(Math.max(0, max))
                .toList();
        for (var message : due) {
            waiting.remove(message.number());
            sending.put(message.number(), message);
        }
        return due;
    }

    /** Empty where it is not being sent, or no longer. */
    Optional<Message> answered(long number) {
        return Optional.ofNullable(sending.remove(number));
    }

    void allDue(Instant now) {
        for (var message : new ArrayList<>(waiting.values())) {
            add(message.at(now));
        }
    }

    Optional<Instant> nextDue() {
        return waiting.values().stream().map(Message::nextAt).min(Instant::compareTo);
    }
}
