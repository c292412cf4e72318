package jp.tenkyo.lifecycle.core;

import java.util.List;

/** The one outcome of an input. A refusal is a value. */
public sealed interface Decision {

    OutcomeCode code();

    /** Rules of the rule book that decided. */
    List<String> rules();

    List<Finding> findings();

    record Accepted(OutcomeCode code, List<String> rules, List<Finding> findings, List<Event> events)
            implements Decision {}

    /**
     * A repeat, or already true: nothing happened to a certificate.
     *
     * @param noted what is remembered all the same, such as how far a count has come; nothing of a repeat
     */
    record Unchanged(OutcomeCode code, List<String> rules, List<Finding> findings, List<Event> noted)
            implements Decision {

        public Unchanged(OutcomeCode code, List<String> rules, List<Finding> findings) {
            this(code, rules, findings, List.of());
        }
    }

    /** Wrong in itself, or against what is known. */
    record Rejected(OutcomeCode code, List<String> rules, List<Finding> findings) implements Decision {}

    default List<Event> happened() {
        return switch (this) {
            case Accepted(var _, var _, var _, var events) -> events;
            case Unchanged(var _, var _, var _, var noted) -> noted;
            case Rejected(var _, var _, var _) -> List.of();
        };
    }
}
