package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: what has happened so far, and the holder as that leaves it. */
final class Draft {

    private final List<Event> events = new ArrayList<>();
    private final Instant now;
    private final LocalDate today;
    private final Policy policy;
    private Holder holder;

    Draft(Holder holder, Instant now, Policy policy) {
        this.holder = holder;
        this.now = now;
        this.today = Tokyo.dateOf(now);
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

    /** The Tokyo date of now. */
    LocalDate today() {
        return today;
    }

    Policy policy() {
        return policy;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Whether anything happened beyond the account of record numbers. */
    boolean hasEffects() {
        for (var event : events) {
            if (!(event instanceof Event.Account)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a timer was called off or a waiting change dropped. */
    boolean calledOff() {
        return happened(Event.MoveOutTimerCalledOff.class) || happened(Event.WaitingDropped.class);
    }

    /** Whether something of that kind happened. */
    boolean happened(Class<? extends Event> kind) {
        for (var event : events) {
            if (kind.isInstance(event)) {
                return true;
            }
        }
        return false;
    }

    /** Each once, in the order in which they decided. */
    List<String> rules() {
        List<String> rules = List.of();
        for (var event : events) {
            if (event instanceof Event.Fact fact && !(event instanceof Event.Account) && !rules.contains(fact.rule())) {
                rules = plus(rules, fact.rule());
            }
        }
        return rules;
    }

    private static List<String> plus(List<String> rules, String rule) {
        if (rules.isEmpty()) {
            return List.of(rule);
        }
        var more = new ArrayList<>(rules);
        more.add(rule);
        return List.copyOf(more);
    }
}
