package jp.tenkyo.benchmarks.throughput;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/**
 * Main class of a process that copies one topic to another, exactly once: the least that Kafka Streams costs.
 * Arguments: the broker's address, a folder for its state.
 */
public final class PassThrough {

    static final String APPLICATION = "bare-pass-through";
    static final String OUTPUT = "bare-passed-through";

    private PassThrough() {}

    public static void main(String... arguments) throws InterruptedException {
        BareStreams.start(topology(), BareStreams.exactlyOnce(APPLICATION, arguments[0], arguments[1]));
        BareStreams.stay();
    }

    static Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream(BareStreams.INPUTS).to(OUTPUT);
        return builder.build();
    }
}
