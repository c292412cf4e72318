package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.util.Optional;

/**
 * How a channel stands.
 *
 * @param watched certificates that it is being held against now
 * @param disagreeing those of which it has said something else for longer than it may
 * @param disagreement for how long in all there was at least one of these, from the moment the bound was over
 * @param notAnswering for how long in all it did not answer of at least one
 * @param agreed looks, or messages, that said what the topic said
 * @param differed those that said something else, within the bound or beyond it
 * @param refused those that said nothing
 */
public record Standing(
        Channel channel,
        State state,
        int watched,
        int disagreeing,
        Duration disagreement,
        Duration notAnswering,
        long agreed,
        long differed,
        long refused,
        Optional<Delays> delays) {

    /** From best to worst. */
    public enum State {
        AGREES,
        NOTHING_YET,
        NOT_ANSWERING,
        DISAGREES
    }
}
