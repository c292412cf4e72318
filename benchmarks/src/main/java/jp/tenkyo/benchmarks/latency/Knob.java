package jp.tenkyo.benchmarks.latency;

import java.util.List;

/**
 * A setting of lifecycle-service that latency depends on.
 *
 * @param name as the plot has it, with its unit
 * @param argument of the service, with a place for the value
 * @param usual value, which the service has unless told otherwise
 * @param others that it is held against
 */
record Knob(String name, String argument, int usual, List<Integer> others) {

    private static final String BINDER = "--spring.cloud.stream.kafka.streams.binder.configuration.";

    static final List<Knob> ALL = List.of(
            new Knob("tenkyo.commits.every (ms)", "--tenkyo.commits.every=%dms", 100, List.of(25, 50, 200)),
            new Knob("linger.ms", BINDER + "producer.linger.ms=%d", 100, List.of(1, 10)),
            new Knob("batch.size (bytes)", BINDER + "producer.batch.size=%d", 65_536, List.of(16_384, 262_144)));

    String argument(int value) {
        return argument.formatted(value);
    }
}
