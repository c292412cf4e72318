package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.util.List;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.JavaProcess;

/** Instances of lifecycle-service that share the work, each with a copy of another's state. */
final class Instances {

    /** Application id of the decisions. */
    static final String DECISIONS = "tenkyo-lifecycle";

    static final List<String> SETTINGS =
            List.of("--spring.cloud.stream.kafka.streams.binder.configuration.num.standby.replicas=1");

    private Instances() {}

    static JavaProcess start(Bed bed, String name) throws IOException, InterruptedException {
        return bed.startLifecycle(name, Bed.freePort(), SETTINGS);
    }
}
