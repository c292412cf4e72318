package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenkyo.lifecycle.topology.DecisionTopology;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Killed in the middle of a transaction, once with its state folder left to it and once without, the decisions end in
 * the same state, and publish the same of each key, byte for byte and in the same order, as when nothing happens to
 * them.
 */
class CrashesTest {

    private static final long SEED = Long.getLong("tenkyo.seed", 20_260_401);
    private static final int HOLDERS = 300;
    private static final int PARTITIONS = 2;
    /** Records that a thread sends before it halts: some hundred inputs, in the middle of the list. */
    private static final int FIRST_STOP = 1_500;

    private static final int SECOND_STOP = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Topic> OUTPUTS = List.of(
            Topic.CERTIFICATE_EVENTS,
            Topic.CERTIFICATE_STATUS,
            Topic.NOTICES,
            Topic.RESIDENT_CHANGES_DLQ,
            Topic.CERTIFICATE_REQUESTS_DLQ,
            Topic.BUSINESS_CLOCK_DLQ);

    @TempDir
    private Path folder;

    /** What is left of a run: hash of the holders' states, and by topic of what was published under each key. */
    private record Outcome(String state, Map<String, String> published) {}

    @Test
    void killed_twice_it_keeps_and_publishes_what_it_does_undisturbed() throws Exception {
        try (var broker = RealBroker.start(folder, PARTITIONS)) {
            var inputs = broker.partitionsOf(DecisionTopology.inputs(true));
            send(broker);
            var all =
                    broker.ends(inputs).values().stream().mapToLong(end -> end).sum();

            var undisturbed = finished(broker, "undisturbed", Map.of());

            var before = broker.ends(broker.partitionsOf(OUTPUTS));
            killedInTheMiddle(broker, FIRST_STOP);
            var takenByFirst = broker.taken("killed", inputs);
            killedInTheMiddle(broker, SECOND_STOP);
            var takenBySecond = broker.taken("killed", inputs);
            assertThat(FileSystemUtils.deleteRecursively(folder.resolve("killed")))
                    .isTrue();
            var killed = finished(broker, "killed", before);

            assertThat(takenByFirst).isBetween(1L, takenBySecond - 1);
            assertThat(takenBySecond).isLessThan(all);
            assertThat(killed).as("-Dtenkyo.seed=%d", SEED).isEqualTo(undisturbed);
            assertThat(undisturbed.state()).startsWith(HOLDERS + " holders ");
        }
    }

    private static void send(RealBroker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.in.flight.requests.per.connection", 1);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : SeededInputs.drawn(SEED, HOLDERS, PARTITIONS)) {
                var _ = producer.send(record);
            }
        }
    }

    private Outcome finished(RealBroker broker, String application, Map<TopicPartition, Long> from) throws Exception {
        var inputs = broker.partitionsOf(DecisionTopology.inputs(true));
        var all = broker.ends(inputs).values().stream().mapToLong(end -> end).sum();
        try (var decisions = start(broker, application, 0)) {
            await().atMost(PATIENCE).until(() -> broker.taken(application, inputs) == all);
            decisions.tell("state");
            return new Outcome(decisions.hears(), published(broker, from));
        }
    }

    private void killedInTheMiddle(RealBroker broker, int stop) throws Exception {
        try (var decisions = start(broker, "killed", stop)) {
            assertThat(decisions.hears()).isEqualTo("in the middle");
            decisions.kill();
        }
        broker.abortTransactionsOfTheDead();
    }

    private ChildJvm start(RealBroker broker, String application, int stop) throws IOException {
        return ChildJvm.start(
                DecisionsProcess.class,
                List.of("-D" + StopsInTheMiddle.AT + "=" + stop),
                List.of(
                        broker.bootstrapServers(),
                        application,
                        Integer.toString(PARTITIONS),
                        folder.resolve(application).toString()));
    }

    /** Of each key, in its order: statuses of both tasks' holders lie on one partition, in no order among them. */
    private static Map<String, String> published(RealBroker broker, Map<TopicPartition, Long> from) {
        var hashes = new TreeMap<String, MessageDigest>();
        var counts = new TreeMap<String, Integer>();
        for (var record : broker.committed(broker.partitionsOf(OUTPUTS), from)) {
            hashes.computeIfAbsent(record.topic() + " " + new String(record.key(), UTF_8), _ -> sha256())
                    .update(record.value());
            counts.merge(record.topic(), 1, Integer::sum);
        }
        var all = new TreeMap<String, MessageDigest>();
        hashes.forEach((key, hash) -> {
            var ofTopic = all.computeIfAbsent(key.split(" ", 2)[0], _ -> sha256());
            ofTopic.update(key.getBytes(UTF_8));
            ofTopic.update(hash.digest());
        });
        var published = new TreeMap<String, String>();
        all.forEach((topic, hash) -> published.put(
                topic, counts.get(topic) + " records " + HexFormat.of().formatHex(hash.digest())));
        return published;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
