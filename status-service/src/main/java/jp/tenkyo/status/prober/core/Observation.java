package jp.tenkyo.status.prober.core;

import java.util.OptionalInt;

/** What a channel was seen to say of a certificate. */
public sealed interface Observation {

    /** @param version empty on channels that carry none */
    record Says(Effect effect, OptionalInt version) implements Observation {

        static int versionOf(Says says) {
            return says.version().orElse(0);
        }
    }

    /** It answers, and has nothing about this certificate. */
    record KnowsNothing() implements Observation {}

    /** Nothing came that could be relied upon: tryLater, 503, no answer, or one that no client would believe. */
    record Refuses() implements Observation {}
}
