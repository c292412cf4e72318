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

    /** Whether anything happened beyond the account of record numbers. */
    boolean hasEffects() {
        return events.stream().anyMatch(event -> !(event instanceof Event.Account));
    }

    /** Whether a timer was called off or a waiting change dropped. */
    boolean calledOff() {
        return events.stream()
                .anyMatch(
                        event -> event instanceof Event.MoveOutTimerCalledOff || event instanceof Event.WaitingDropped);
    }

    List<String> rules() {
        return events.stream()
                .filter(event -> event instanceof Event.Fact && !(event instanceof Event.Account))
                .map(event -> ((Event.Fact) event).rule())
                .distinct()
                .toList();
    }
}
