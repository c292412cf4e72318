package jp.tenkyo.quickstart.scenarios;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Looks again until it is so, or the patience ends. */
final class Awaits {

    /** A restarted service waits for its predecessor's session to end, and this machine may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Awaits() {}

    static void until(Callable<Boolean> condition) {
        patiently().ignoreExceptionsInstanceOf(IOException.class).until(condition);
    }

    static void untilAsserted(ThrowingRunnable claim) {
        patiently().untilAsserted(claim);
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .pollDelay(Duration.ZERO)
                .pollInSameThread();
    }
}
