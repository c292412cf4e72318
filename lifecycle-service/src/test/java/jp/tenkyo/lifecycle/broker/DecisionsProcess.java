package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
import jp.tenkyo.lifecycle.topology.DecisionSettings;
import jp.tenkyo.lifecycle.topology.DecisionTopology;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.streams.BoundedRocksDb;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * Main class of a child: the decisions' topology, in a simulation, with the service's own settings of Kafka Streams,
 * but that it commits more often: so a crash has much before it and much behind it. Asked for it by a line, says how
 * many holders it has and the hash of what it keeps of them.
 *
 * <p>Arguments: broker, application, partitions, state folder.
 */
public final class DecisionsProcess {

    private DecisionsProcess() {}

    public static void main(String... arguments) throws Exception {
        QuietKafka.quieten();
        Contracts.register();
        var streams = streams(arguments[0], arguments[1], Integer.parseInt(arguments[2]), arguments[3]);
        streams.start();
        try (var questions = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            while (questions.readLine() != null) {
                System.out.println(ChildJvm.SAYS + stateOf(streams));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static KafkaStreams streams(String broker, String application, int partitions, String folder) {
        var settings = new DecisionSettings(
                Policy.ofRuleBook(),
                partitions,
                Map.of("schema.registry.url", Contracts.URL),
                new DecisionSettings.Ticks(Duration.ofMillis(50), 50, Duration.ofSeconds(1)));
        var builder = new StreamsBuilder();
        var inputs = builder.stream(
                DecisionTopology.inputs(true).stream().map(Topic::topicName).toList(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("inputs"));
        new DecisionTopology(
                        settings,
                        InstantSource.system(),
                        new RegistryPatience(Duration.ofSeconds(1)),
                        Optional.of(new SimulatedTime(SeededInputs.BEGIN)))
                .accept(inputs);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A member of a name takes the place of the dead one of that name at once, not when its session is over.
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "only");
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG),
                StopsInTheMiddle.class.getName());
        return new KafkaStreams(builder.build(), config);
    }

    /** In the order of the keys, whatever the order of partitions and stores. */
    private static String stateOf(KafkaStreams streams) throws Exception {
        var inOrder = new TreeMap<String, byte[]>();
        var store = streams.store(
                StoreQueryParameters.fromNameAndType("holders", QueryableStoreTypes.<String, byte[]>keyValueStore()));
        try (var all = store.all()) {
            all.forEachRemaining(entry -> inOrder.put(entry.key, entry.value));
        }
        var hash = MessageDigest.getInstance("SHA-256");
        inOrder.forEach((holder, state) -> {
            hash.update(holder.getBytes(UTF_8));
            hash.update(state);
        });
        return inOrder.size() + " holders " + HexFormat.of().formatHex(hash.digest());
    }
}
