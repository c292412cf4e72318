package jp.tenkyo.status.freshness;

import java.time.Instant;

/** Whether what the table says may be told to anybody. */
public sealed interface Freshness {

    /** It may. */
    record Fresh() implements Freshness {}

    /**
     * It may not: answer tryLater or 503, never what the table says.
     *
     * @param since by the clock that the watch was given
     */
    record Stale(Reason reason, Instant since) implements Freshness {}

    /** Asked before each answer. */
    interface Source {
        Freshness now();
    }

    default boolean isFresh() {
        return this instanceof Fresh;
    }

    /** What keeps the table from being fresh. */
    enum Reason {
        /** It has not yet read what was there when it started. */
        CATCHING_UP("The table is still being read."),
        /** The topic, uncommitted records included, went on and the table did not follow in time. */
        BEHIND("The table is behind its topic, or a transaction on it has been open for too long."),
        /** Nobody has said for too long where the topic ends. */
        BROKER_AWAY("The broker does not answer."),
        /** The thread that reads the topic has ended or is stuck. */
        READER_ENDED("The reader of the topic has ended."),
        /** Nobody looks any more. */
        WATCH_ENDED("The watch over freshness has ended.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** For health and the log. */
        public String text() {
            return text;
        }
    }
}
