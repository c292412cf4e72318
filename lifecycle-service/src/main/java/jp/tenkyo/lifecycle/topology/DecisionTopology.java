package jp.tenkyo.lifecycle.topology;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** The decisions: all inputs of a holder into one ordered history, and out of it what others must know. */
public final class DecisionTopology implements Consumer<KStream<byte[], byte[]>> {

    /** What the decisions read; the binding's destinations must be these. */
    public static final List<Topic> INPUTS =
            List.of(Topic.RESIDENT_CHANGES, Topic.CERTIFICATE_REQUESTS, Topic.NOTICE_DELIVERIES, Topic.ISSUER_EVENTS);

    /** What is on its way out names the topic that it goes to: no branch for each, no record asked where it belongs. */
    private static final Serde<Outgoing> OUT = Serdes.serdeFrom((_, one) -> one.value(), (_, _) -> {
        throw new UnsupportedOperationException("What is on its way out is not read back");
    });

    private final DecisionSettings settings;
    private final InstantSource clock;
    private final RegistryPatience patience;
    private final Optional<SimulatedTime> simulation;

    public DecisionTopology(DecisionSettings settings, InstantSource clock, RegistryPatience patience) {
        this(settings, clock, patience, Optional.empty());
    }

    /** @param simulation where business time comes from topic business-clock; the clock is not asked then */
    public DecisionTopology(
            DecisionSettings settings,
            InstantSource clock,
            RegistryPatience patience,
            Optional<SimulatedTime> simulation) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
        this.simulation = simulation;
    }

    /** What the decisions read, in a simulation or in life. */
    public static List<Topic> inputs(boolean simulated) {
        return simulated ? with(INPUTS, Topic.BUSINESS_CLOCK) : INPUTS;
    }

    private static List<Topic> with(List<Topic> topics, Topic one) {
        return Stream.concat(topics.stream(), Stream.of(one)).toList();
    }

    @Override
    public void accept(KStream<byte[], byte[]> inputs) {
        inputs.process(new Decide(), Named.as("decide"))
                .to(
                        new ItsTopic(),
                        Produced.with(Serdes.ByteArray(), OUT)
                                .withStreamPartitioner(
                                        (_, _, one, _) -> one.partition().map(Set::of))
                                .withName("outgoing"));
    }

    /** Named, so that the description of the topology is the same each time. */
    private record ItsTopic() implements TopicNameExtractor<byte[], Outgoing> {

        @Override
        public String extract(byte[] key, Outgoing outgoing, RecordContext context) {
            return outgoing.topic().topicName();
        }
    }

    private final class Decide implements ProcessorSupplier<byte[], byte[], byte[], Outgoing> {

        @Override
        public Processor<byte[], byte[], byte[], Outgoing> get() {
            return new DecideProcessor(settings, clock, patience, simulation);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return simulation.isPresent() ? BusinessClock.with(Stores.builders()) : Stores.builders();
        }
    }
}
