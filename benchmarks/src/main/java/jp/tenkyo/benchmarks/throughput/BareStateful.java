package jp.tenkyo.benchmarks.throughput;

import static jp.tenkyo.benchmarks.throughput.Service.changelog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Main class of a process that does for each input what lifecycle-service does with Kafka and RocksDB, and nothing
 * else: the same looks into stores, changelog records, output records and bytes, in two applications as there, one of
 * them exactly once; no contract is read or written and nothing is decided. Arguments: the broker's address, a folder
 * for its state, the file with what the service has written.
 */
public final class BareStateful {

    static final String APPLICATION = "bare-stateful";
    private static final String READS = APPLICATION + "-reads";
    private static final String PREFIX = "bare-";

    private BareStateful() {}

    /** The topic that stands for one of the service's outputs. */
    static String standsFor(String topic) {
        return PREFIX + topic;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var footprint = Footprint.read(Path.of(arguments[2]));
        BareStreams.start(decisions(footprint), BareStreams.exactlyOnce(APPLICATION, arguments[0], arguments[1]));
        BareStreams.start(reads(footprint), BareStreams.atLeastOnce(READS, arguments[0], arguments[1]));
        BareStreams.stay();
    }

    /** What stands for the decisions. */
    static Topology decisions(Footprint footprint) {
        var work = new StandIn.Work(
                "holders",
                footprint.part(changelog(Service.DECISIONS, "holders")),
                Map.of("deadlines", StandIn.Writes.all(footprint.part(changelog(Service.DECISIONS, "deadlines")))),
                Map.of(
                        Topic.CERTIFICATE_EVENTS.topicName(), writes(footprint, Topic.CERTIFICATE_EVENTS),
                        Topic.NOTICES.topicName(), writes(footprint, Topic.NOTICES)),
                Map.of(Topic.CERTIFICATE_STATUS.topicName(), writes(footprint, Topic.CERTIFICATE_STATUS)));
        var topology = new Topology();
        topology.addSource("inputs", BareStreams.INPUTS);
        topology.addProcessor("decide", () -> new StandIn(work), "inputs");
        topology.addStateStore(cached("holders"), "decide");
        topology.addStateStore(plain("deadlines"), "decide");
        for (var output : Service.OUTPUTS) {
            topology.addSink(output, standsFor(output), "decide");
        }
        return topology;
    }

    private static StandIn.Writes writes(Footprint footprint, Topic topic) {
        return StandIn.Writes.all(footprint.part(topic.topicName()));
    }

    /** What stands for the reads. */
    static Topology reads(Footprint footprint) {
        var events = footprint.part(Topic.CERTIFICATE_EVENTS.topicName()).records();
        var timelines = footprint.part(changelog(Service.READS, "timelines"));
        var topology = new Topology();
        addReader(
                topology,
                Topic.CERTIFICATE_STATUS,
                new StandIn.Work(
                        "certificates",
                        footprint.part(changelog(Service.READS, "certificates")),
                        Map.of(),
                        Map.of(),
                        Map.of()));
        addReader(
                topology,
                Topic.CERTIFICATE_EVENTS,
                new StandIn.Work(
                        "read-holders",
                        footprint.part(changelog(Service.READS, "read-holders")),
                        Map.of("timelines", new StandIn.Writes(timelines, timelines.records() / events)),
                        Map.of(),
                        Map.of()));
        return topology;
    }

    private static void addReader(Topology topology, Topic topic, StandIn.Work work) {
        var reader = "read-" + topic.topicName();
        topology.addSource(topic.topicName(), standsFor(topic.topicName()));
        topology.addProcessor(reader, () -> new StandIn(work), topic.topicName());
        topology.addStateStore(cached(work.own()), reader);
        work.stores().keySet().forEach(store -> topology.addStateStore(plain(store), reader));
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> cached(String name) {
        return plain(name).withCachingEnabled();
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> plain(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray());
    }

    /** The topics that must be there before it is started. */
    static List<String> topics() {
        return Service.OUTPUTS.stream().map(BareStateful::standsFor).toList();
    }
}
