package jp.tenkyo.lifecycle.topology;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** The decisions: all inputs of a holder into one ordered history, and out of it what others must know. */
public final class DecisionTopology implements Consumer<KStream<byte[], byte[]>> {

    /** What the decisions read; the binding's destinations must be these. */
    public static final List<Topic> INPUTS =
            List.of(Topic.RESIDENT_CHANGES, Topic.CERTIFICATE_REQUESTS, Topic.NOTICE_DELIVERIES, Topic.ISSUER_EVENTS);

    private static final List<Topic> OUTPUTS = List.of(
            Topic.CERTIFICATE_EVENTS,
            Topic.CERTIFICATE_STATUS,
            Topic.NOTICES,
            Topic.ISSUER_EVENTS,
            Topic.RESIDENT_CHANGES_DLQ,
            Topic.CERTIFICATE_REQUESTS_DLQ,
            Topic.NOTICE_DELIVERIES_DLQ,
            Topic.ISSUER_EVENTS_DLQ);

    private final DecisionSettings settings;
    private final InstantSource clock;
    private final RegistryPatience patience;

    public DecisionTopology(DecisionSettings settings, InstantSource clock, RegistryPatience patience) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void accept(KStream<byte[], byte[]> inputs) {
        var branches = inputs.process(new Decide(), Named.as("decide")).split(Named.as("to-"));
        for (var topic : OUTPUTS) {
            branches = branches.branch(
                    (_, outgoing) -> outgoing.topic() == topic,
                    Branched.<byte[], Outgoing>withConsumer(out -> send(out, topic))
                            .withName(topic.topicName()));
        }
    }

    private static void send(KStream<byte[], Outgoing> outgoing, Topic topic) {
        if (topic == Topic.ISSUER_EVENTS) {
            sendWhereItBelongs(outgoing, topic);
            return;
        }
        outgoing.mapValues((_, one) -> one.value(), Named.as("value-for-" + topic.topicName()))
                .to(
                        topic.topicName(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("sink-" + topic.topicName()));
    }

    /**
     * To the partition that it names, on a topic where no key says the place: each partition has records of its own.
     */
    private static void sendWhereItBelongs(KStream<byte[], Outgoing> outgoing, Topic topic) {
        Serde<Outgoing> values = Serdes.serdeFrom((_, one) -> one.value(), (_, _) -> {
            throw new UnsupportedOperationException("What is on its way out is not read back");
        });
        outgoing.to(
                topic.topicName(),
                Produced.with(Serdes.ByteArray(), values)
                        .withStreamPartitioner((_, _, one, _) -> one.partition().map(Set::of))
                        .withName("sink-" + topic.topicName()));
    }

    private final class Decide implements ProcessorSupplier<byte[], byte[], byte[], Outgoing> {

        @Override
        public Processor<byte[], byte[], byte[], Outgoing> get() {
            return new DecideProcessor(settings, clock, patience);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.builders();
        }
    }
}
