package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: what has happened so far, and the holder as that leaves it. */
final class Draft {

    private final List<Event> events = new ArrayList<>();
    private final Instant now;
    private final Policy policy;
    private Holder holder;

    Draft(Holder holder, Instant now, Policy policy) {
        this.holder = holder;
        this.now = now;
        this.policy = policy;
    }

    void add(Event event) {
        holder = Evolution.evolve(holder, event);
        events.add(event);
    }

    Holder holder() {
        return holder;
    }

    Instant now() {
        return now;
    }

    Policy policy() {
        return policy;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> rules() {
        return events.stream()
                .filter(Event.Fact.class::isInstance)
                .map(event -> ((Event.Fact) event).rule())
                .distinct()
                .toList();
    }
}
