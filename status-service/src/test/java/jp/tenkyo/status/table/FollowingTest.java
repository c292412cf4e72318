package jp.tenkyo.status.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.tenkyo.schemas.Routing;
import jp.tenkyo.stack.LocalBroker;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table against a real broker. */
class FollowingTest {

    private static final CertificateId ID = Rows.id("1");

    @TempDir
    Path folder;

    private final Map<String, Object> registry = RunningTable.registry("following");
    private LocalBroker broker;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void start() {
        broker = LocalBroker.start(folder.resolve("kafka"), 0);
        RunningTable.makeTopics(broker.bootstrapServers());
        producer = RunningTable.producer(broker.bootstrapServers(), "lifecycle");
    }

    @AfterEach
    void end() {
        producer.close(Duration.ZERO);
        broker.close();
    }

    @Test
    void a_table_follows_its_topic_and_goes_on_where_it_was_after_a_restart() {
        commit(Rows.good(ID, 1), Rows.good(Rows.id("2"), 1));
        try (var running = running()) {
            running.awaitFresh();
            assertThat(running.table.find(ID)).isEqualTo(new Found.Known(Rows.good(ID, 1)));
            commit(Rows.revoked(ID, 2));
            running.awaitFound(new Found.Known(Rows.revoked(ID, 2)), Rows.revoked(ID, 2));
        }
        commit(Rows.revoked(Rows.id("2"), 2));
        try (var again = running()) {
            assertThat(again.table.find(ID)).isEqualTo(new Found.Known(Rows.revoked(ID, 2)));
            again.awaitFresh();
            assertThat(again.table.find(Rows.id("2"))).isEqualTo(new Found.Known(Rows.revoked(Rows.id("2"), 2)));
            assertThat(again.anomalies.latest()).isEmpty();
        }
    }

    @Test
    void a_transaction_that_stays_open_makes_the_table_stale_and_its_end_makes_it_fresh() {
        commit(Rows.good(ID, 1));
        try (var running = running()) {
            running.awaitFresh();
            producer.beginTransaction();
            RunningTable.send(producer, RunningTable.record(Rows.revoked(ID, 2), registry));

            running.awaitFreshness("BEHIND");
            assertThat(running.table.find(ID)).isEqualTo(new Found.Known(Rows.good(ID, 1)));

            producer.commitTransaction();
            running.awaitFresh();
            assertThat(running.table.find(ID)).isEqualTo(new Found.Known(Rows.revoked(ID, 2)));
        }
    }

    @Test
    void a_broker_that_is_lost_makes_the_table_stale_until_it_is_back() {
        commit(Rows.good(ID, 1));
        try (var running = running()) {
            running.awaitFresh();
            var port = broker.port();
            broker.close();
            running.awaitFreshness("BROKER_AWAY");

            broker = LocalBroker.start(folder.resolve("kafka"), port);
            running.awaitFresh();
            assertThat(running.table.find(ID)).isEqualTo(new Found.Known(Rows.good(ID, 1)));
        }
    }

    @Test
    void what_nobody_can_read_puts_its_certificate_in_doubt_and_stops_nothing() {
        commit(Rows.good(ID, 1), Rows.good(Rows.id("2"), 1));
        try (var running = running()) {
            running.awaitFresh();
            commit(new ProducerRecord<>(StatusTopic.NAME, key(ID), "no Avro".getBytes(UTF_8)));
            commit(new ProducerRecord<>(StatusTopic.NAME, key(Rows.id("2")), null));
            running.awaitFound(new Found.InDoubt(ID), Rows.good(ID, 1));
            running.awaitFound(new Found.InDoubt(Rows.id("2")), Rows.good(Rows.id("2"), 1));

            commit(Rows.revoked(ID, 3));
            running.awaitFound(new Found.Known(Rows.revoked(ID, 3)), Rows.revoked(ID, 3));
            assertThat(running.anomalies.latest())
                    .extracting(Anomaly::kind, Anomaly::detail, Anomaly::doubt)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(Anomaly.Kind.UNREADABLE, "NOT_CONFLUENT_AVRO", true),
                            org.assertj.core.groups.Tuple.tuple(Anomaly.Kind.UNREADABLE, "MISSING_VALUE", true));
        }
    }

    @Test
    void a_record_on_a_partition_that_is_not_its_own_is_not_answered_from() {
        var wrong = 1 - Routing.partitionOf(key(ID), RunningTable.PARTITIONS);
        var sent = RunningTable.record(Rows.revoked(ID, 2), registry);
        commit(Rows.good(ID, 1));
        try (var running = running()) {
            running.awaitFresh();
            commit(new ProducerRecord<>(StatusTopic.NAME, wrong, sent.key(), sent.value()));
            running.awaitFound(new Found.InDoubt(ID), Rows.good(ID, 1));
        }
    }

    @Test
    void a_topic_made_anew_makes_the_table_anew() throws Exception {
        commit(Rows.good(ID, 1), Rows.revoked(ID, 2), Rows.good(Rows.id("2"), 1));
        try (var running = running()) {
            running.awaitFresh();
        }
        RunningTable.remakeTopic(broker.bootstrapServers());
        commit(Rows.good(ID, 1));
        try (var again = running()) {
            again.awaitFresh();
            again.awaitFound(new Found.Known(Rows.good(ID, 1)), Rows.good(ID, 1));
            assertThat(again.table.find(Rows.id("2"))).isEqualTo(new Found.Absent(Rows.id("2")));
            assertThat(again.anomalies.latest()).isEmpty();
        }
    }

    private RunningTable running() {
        return RunningTable.start(broker.bootstrapServers(), folder.resolve("table"), registry);
    }

    private static byte[] key(CertificateId id) {
        return id.toString().getBytes(UTF_8);
    }

    private void commit(StatusRow... rows) {
        for (var row : rows) {
            commit(RunningTable.record(row, registry));
        }
    }

    private void commit(ProducerRecord<byte[], byte[]> record) {
        producer.beginTransaction();
        RunningTable.send(producer, record);
        producer.commitTransaction();
    }
}
