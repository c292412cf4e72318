package jp.tenkyo.notifier.topology;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.tenkyo.notifier.core.BackOff;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again while the registry is away. The pauses add up to about fifteen seconds: far below max.poll.interval.ms,
 * and below the transaction's time-out, so that waiting costs neither the partition nor the transaction. After that the
 * thread fails and is replaced, and begins the record again: no record is ever a dead letter because of the registry.
 */
final class RegistryPatience {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final int TRIES_MAX = 7;
    private static final BackOff PAUSES = new BackOff(Duration.ofMillis(250), 2, Duration.ofSeconds(5));

    private final Consumer<Duration> pause;

    RegistryPatience(Consumer<Duration> pause) {
        this.pause = pause;
    }

    /** @throws RegistryUnavailableException if the registry stayed away */
    <T> T patiently(Supplier<T> work) {
        for (var failures = 1; ; failures++) {
            try {
                return work.get();
            } catch (RegistryUnavailableException e) {
                if (failures == TRIES_MAX) {
                    throw e;
                }
                LOG.warn("The schema registry does not answer; trying again (try {} of {}).", failures, TRIES_MAX);
                pause.accept(PAUSES.pauseAfter(failures));
            }
        }
    }
}
