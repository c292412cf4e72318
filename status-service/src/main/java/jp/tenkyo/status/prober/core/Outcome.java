package jp.tenkyo.status.prober.core;

import java.time.Instant;

/** What an observation is, held against the topic. */
public sealed interface Outcome {

    /** It says what the topic says. */
    record Agrees() implements Outcome {}

    /** It says something else, mostly what was true before: since when the topic has said otherwise. */
    record Differs(Instant since) implements Outcome {}

    /** It says nothing that could be held against the topic. This is never agreement, and never disagreement. */
    record NotAnswering() implements Outcome {}
}
