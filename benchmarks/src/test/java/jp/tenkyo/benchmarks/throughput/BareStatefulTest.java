package jp.tenkyo.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what the service is held against does as much as it says. */
class BareStatefulTest {

    private static final Footprint FOOTPRINT = new Footprint(Map.of(
            "certificate-events", part(2, "holder-1", "decided", "revoked"),
            "certificate-status", part(1, "issuer:20000001", "status"),
            "notices", part(0.5, "holder-1", "notice"),
            "tenkyo-lifecycle-holders-changelog", part(1, "holder-1", "state"),
            "tenkyo-lifecycle-deadlines-changelog", part(2, "12345678holder-1", "", "x"),
            "tenkyo-lifecycle-reads-certificates-changelog", part(1, "issuer:20000001", "status"),
            "tenkyo-lifecycle-reads-read-holders-changelog", part(1, "holder-1", "view"),
            "tenkyo-lifecycle-reads-timelines-changelog", part(2, "holder-1/00000001", "step")));

    @TempDir
    private Path folder;

    private static Footprint.Part part(double records, String key, String... values) {
        return new Footprint.Part(
                records,
                0,
                Stream.of(values)
                        .map(value -> new Example(
                                key.getBytes(UTF_8),
                                value.isEmpty() ? null : value.getBytes(UTF_8),
                                List.of(new RecordHeader("ce_id", "1".getBytes(UTF_8)))))
                        .toList());
    }

    @Test
    void each_input_has_as_many_outputs_as_the_service_wrote_on_the_average() {
        try (var driver = driver(BareStateful.decisions(FOOTPRINT))) {
            send(driver, BareStreams.INPUTS, "a", "b", "c", "d");
            assertThat(Service.OUTPUTS)
                    .extracting(topic -> read(driver, BareStateful.standsFor(topic)))
                    .containsExactly(
                            List.of(
                                    "a revoked",
                                    "a decided",
                                    "b revoked",
                                    "b decided",
                                    "c revoked",
                                    "c decided",
                                    "d revoked",
                                    "d decided"),
                            List.of(
                                    "issuer:00000001 status",
                                    "issuer:00000002 status",
                                    "issuer:00000003 status",
                                    "issuer:00000004 status"),
                            List.of("b notice", "d notice"));
        }
    }

    @Test
    void the_state_of_each_key_is_stored_and_found_again() {
        try (var driver = driver(BareStateful.decisions(FOOTPRINT))) {
            send(driver, BareStreams.INPUTS, "a", "b", "a");
            KeyValueStore<byte[], byte[]> holders = driver.getKeyValueStore("holders");
            assertThat(holders.get("a".getBytes(UTF_8))).asString().isEqualTo("state");
            assertThat(entries(driver, "holders")).isEqualTo(2);
        }
    }

    @Test
    void what_is_read_is_stored_under_its_key_and_each_step_under_one_of_its_own() {
        try (var driver = driver(BareStateful.reads(FOOTPRINT))) {
            send(driver, BareStateful.standsFor("certificate-events"), "a", "a", "b");
            send(driver, BareStateful.standsFor("certificate-status"), "x");
            assertThat(Stream.of("read-holders", "timelines", "certificates").map(store -> entries(driver, store)))
                    .containsExactly(2L, 3L, 1L);
        }
    }

    @Test
    void a_footprint_is_the_same_to_the_process_that_reads_it() throws Exception {
        var file = folder.resolve("footprint");
        FOOTPRINT.write(file);
        assertThat(Footprint.read(file)).usingRecursiveComparison().isEqualTo(FOOTPRINT);
    }

    private TopologyTestDriver driver(Topology topology) {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        return new TopologyTestDriver(topology, settings);
    }

    private static void send(TopologyTestDriver driver, String topic, String... keys) {
        var inputs = driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
        for (var key : keys) {
            inputs.pipeInput(key.getBytes(UTF_8), new byte[0]);
        }
    }

    private static List<String> read(TopologyTestDriver driver, String topic) {
        return driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .stream()
                .map(one -> new String(one.key, UTF_8) + " " + new String(one.value, UTF_8))
                .toList();
    }

    private static long entries(TopologyTestDriver driver, String name) {
        KeyValueStore<byte[], byte[]> store = driver.getKeyValueStore(name);
        try (var all = store.all()) {
            var count = 0L;
            for (; all.hasNext(); all.next()) {
                count++;
            }
            return count;
        }
    }
}
