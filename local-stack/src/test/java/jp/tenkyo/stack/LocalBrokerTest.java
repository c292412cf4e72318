package jp.tenkyo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

    private static final String TOPIC = "letters";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void what_a_transaction_committed_is_there_after_a_restart() throws Exception {
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0)) {
            try (var admin = Admin.create(clientOf(broker))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            writeInTransaction(broker, "committed", true);
            writeInTransaction(broker, "aborted", false);
            assertThat(read(broker)).containsExactly("committed");
        }
        try (var again = LocalBroker.start(folder.resolve("kafka"), 0)) {
            writeInTransaction(again, "later", true);
            assertThat(read(again)).containsExactly("committed", "later");
        }
    }

    @Test
    void a_taken_port_is_said_at_once() {
        try (var first = LocalBroker.start(folder.resolve("first"), 0)) {
            var port = first.port();

            assertThatThrownBy(() -> LocalBroker.start(folder.resolve("second"), port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("did not start on port " + port);
        }
    }

    private static Map<String, Object> clientOf(LocalBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static void writeInTransaction(LocalBroker broker, String text, boolean commit) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "key", text)).get();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> read(LocalBroker broker) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "reader",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "isolation.level", "read_committed");
        var texts = new ArrayList<String>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (!atEnd(consumer) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(letter -> texts.add(letter.value()));
            }
        }
        return texts;
    }

    private static boolean atEnd(KafkaConsumer<String, String> consumer) {
        var assigned = consumer.assignment();
        return !assigned.isEmpty()
                && consumer.endOffsets(assigned).entrySet().stream()
                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
