package jp.tenkyo.benchmarks.throughput;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import jp.tenkyo.schemas.streams.BoundedRocksDb;
import jp.tenkyo.schemas.streams.ThreadFailures;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Runs a topology with the settings that lifecycle-service runs with (its application.yml). */
final class BareStreams {

    static final String INPUTS = "bare-inputs";

    private static final int DECISION_CACHE_BYTES = 16 << 20;
    private static final int READ_CACHE_BYTES = 32 << 20;

    private BareStreams() {}

    /** As the decisions are run. */
    static Properties exactlyOnce(String application, String bootstrapServers, String stateFolder) {
        var settings = shared(application, bootstrapServers, stateFolder);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, DECISION_CACHE_BYTES);
        settings.put(StreamsConfig.consumerPrefix("fetch.min.bytes"), 65_536);
        settings.put(StreamsConfig.consumerPrefix("fetch.max.wait.ms"), 20);
        return settings;
    }

    /** As the reads are run. */
    static Properties atLeastOnce(String application, String bootstrapServers, String stateFolder) {
        var settings = shared(application, bootstrapServers, stateFolder);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, READ_CACHE_BYTES);
        settings.put(StreamsConfig.consumerPrefix("fetch.min.bytes"), 262_144);
        settings.put(StreamsConfig.consumerPrefix("fetch.max.wait.ms"), 50);
        settings.put(StreamsConfig.consumerPrefix("isolation.level"), "read_committed");
        return settings;
    }

    private static Properties shared(String application, String bootstrapServers, String stateFolder) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 12_000);
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 3_000);
        settings.put(StreamsConfig.producerPrefix("batch.size"), 65_536);
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        settings.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 60_000);
        return settings;
    }

    static KafkaStreams start(Topology topology, Properties settings) {
        var streams = new KafkaStreams(topology, settings);
        streams.setUncaughtExceptionHandler(new ThreadFailures());
        streams.start();
        return streams;
    }

    /** Returns never: the process is ended from outside. */
    static void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
