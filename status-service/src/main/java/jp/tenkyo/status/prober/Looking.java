package jp.tenkyo.status.prober;

import java.time.Duration;
import java.time.InstantSource;
import jp.tenkyo.status.prober.core.Channel;
import jp.tenkyo.status.prober.core.Sample;
import jp.tenkyo.status.start.Clocks;

/** Asks one channel about all certificates that are due there, one after the other. */
final class Looking implements Loop.Turn {

    private static final Duration NEXT_AFTER = Duration.ofMillis(10);

    private final Channel channel;
    private final Asking asking;
    private final Sample sample;
    private final InstantSource monotonic;
    private final InstantSource business;

    Looking(Channel channel, Asking asking, Sample sample, Clocks clocks) {
        this.channel = channel;
        this.asking = asking;
        this.sample = sample;
        this.monotonic = clocks.monotonic();
        this.business = clocks.business();
    }

    @Override
    public Duration take() throws InterruptedException {
        sample.lookAround(monotonic.instant(), business.instant());
        for (var row : sample.due(channel, monotonic.instant())) {
            var observation = asking.ask(row);
            if (observation.isPresent()) {
                sample.observed(channel, row.id(), observation.get(), monotonic.instant());
            } else {
                sample.cannotBeAsked(channel, row.id(), monotonic.instant());
            }
        }
        return NEXT_AFTER;
    }
}
