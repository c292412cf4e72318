package jp.tenkyo.lifecycle.reads;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.tenkyo.schemas.RegistryPatience;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Wires the reads into Spring Cloud Stream's Kafka Streams binder, and their answers into HTTP and health. */
@Configuration(proxyBeanMethods = false)
class ReadsConfiguration {

    private static final String FACTORY = "&stream-builder-reads";

    @Bean
    ReadsMetrics readsMetrics(MeterRegistry registry) {
        return new ReadsMetrics(registry, InstantSource.system());
    }

    @Bean
    BiConsumer<KStream<byte[], byte[]>, KStream<byte[], byte[]>> reads(
            @Value("${tenkyo.kafka.partitions:6}") int partitions,
            @Value("${tenkyo.registry.url}") String registryUrl,
            RegistryPatience patience,
            ReadsMetrics metrics) {
        return new ReadsTopology(
                new ReadsSettings(partitions, Map.of("schema.registry.url", registryUrl)), patience, metrics);
    }

    @Bean
    ReadsLag readsLag(
            @Value("${tenkyo.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${tenkyo.kafka.partitions:6}") int partitions,
            @Value("${spring.cloud.stream.kafka.streams.binder.functions.reads.application-id}") String group) {
        return new ReadsLag(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), group, partitions);
    }

    @Bean
    StoredMessages storedMessages(@Value("${tenkyo.registry.url}") String registryUrl) {
        return new StoredMessages(Map.of("schema.registry.url", registryUrl));
    }

    @Bean
    Reads storedReads(
            ListableBeanFactory beans,
            StoredMessages messages,
            ReadsLag lag,
            @Value("${spring.cloud.stream.kafka.streams.binder.functions.reads.configuration.application.server}")
                    String applicationServer) {
        return new StreamsReads(() -> streams(beans), messages, lag, HostInfo.buildFromEndpoint(applicationServer));
    }

    private static Optional<KafkaStreams> streams(ListableBeanFactory beans) {
        return Optional.ofNullable(
                beans.getBean(FACTORY, StreamsBuilderFactoryBean.class).getKafkaStreams());
    }

    /** For liveness. */
    @Bean
    HealthIndicator streamsAlive(ListableBeanFactory beans) {
        var health = new StreamsHealth(beans);
        return health::alive;
    }

    /** For readiness. */
    @Bean
    HealthIndicator streamsRunning(ListableBeanFactory beans) {
        var health = new StreamsHealth(beans);
        return health::running;
    }

    /** For readiness. */
    @Bean
    HealthIndicator readsCaughtUp(ReadsLag lag) {
        return () -> (lag.hasCaughtUp() ? Health.up() : Health.outOfService())
                .withDetail("recordsBehind", lag.recordsBehind())
                .build();
    }
}
