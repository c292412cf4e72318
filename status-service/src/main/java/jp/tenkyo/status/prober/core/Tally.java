package jp.tenkyo.status.prober.core;

import java.time.Duration;

/** What has come together of a channel. Guarded by {@link Sample}. */
final class Tally {

    private final Delays.Ring delays = new Delays.Ring();
    private Duration disagreement = Duration.ZERO;
    private Duration notAnswering = Duration.ZERO;
    private long agreed;
    private long differed;
    private long refused;

    void visible(Duration after) {
        delays.add(after);
    }

    void disagreed(Duration more) {
        disagreement = disagreement.plus(more);
    }

    void didNotAnswer(Duration more) {
        notAnswering = notAnswering.plus(more);
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Agrees() -> agreed++;
            case Outcome.Differs _ -> differed++;
            case Outcome.NotAnswering() -> refused++;
        }
    }

    boolean hasSeenAgreement() {
        return agreed > 0;
    }

    Standing standing(Channel channel, Standing.State state, int watched, int disagreeing) {
        return new Standing(
                channel,
                state,
                watched,
                disagreeing,
                disagreement,
                notAnswering,
                agreed,
                differed,
                refused,
                delays.delays());
    }
}
