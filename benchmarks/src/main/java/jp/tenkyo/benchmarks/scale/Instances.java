package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.util.List;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.JavaProcess;

/** Instances of lifecycle-service that share the work, each with a copy of another's state. */
final class Instances {

    /** Application id of the decisions. */
    static final String DECISIONS = "tenkyo-lifecycle";

    private static final String SETTING = "--spring.cloud.stream.kafka.streams.binder.configuration.";

    /** One that has caught up gets its share after a minute, which is the least there can be, and not after ten. */
    static final List<String> SETTINGS =
            List.of(SETTING + "num.standby.replicas=1", SETTING + "probing.rebalance.interval.ms=60000");

    private Instances() {}

    static JavaProcess start(Bed bed, String name) throws IOException, InterruptedException {
        return bed.startLifecycle(name, Bed.freePort(), SETTINGS);
    }
}
