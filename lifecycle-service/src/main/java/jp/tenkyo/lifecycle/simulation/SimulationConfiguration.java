package jp.tenkyo.lifecycle.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts simulation mode together, where it is enabled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationSettings.class)
class SimulationConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("tenkyo.simulation.enabled")
    static class Enabled {

        @Bean
        SimulatedTime simulatedTime(SimulationSettings settings) {
            return new SimulatedTime(settings.begin());
        }

        @Bean
        KafkaClockHands clockHands(
                @Value("${tenkyo.kafka.bootstrap-servers}") String bootstrapServers,
                @Value("${tenkyo.registry.url}") String registryUrl,
                @Value("${tenkyo.kafka.partitions}") int partitions) {
            return new KafkaClockHands(bootstrapServers, Map.of("schema.registry.url", registryUrl), partitions);
        }

        @Bean
        KafkaDecisionLag decisionLag(
                @Value("${tenkyo.kafka.bootstrap-servers}") String bootstrapServers,
                @Value("${spring.cloud.stream.kafka.streams.binder.functions.decide.application-id}") String group,
                @Value("${spring.cloud.stream.bindings.decide-in-0.destination}") List<String> inputs,
                @Value("${tenkyo.kafka.partitions}") int partitions) {
            return new KafkaDecisionLag(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), group, inputs, partitions);
        }

        @Bean
        Simulation simulation(
                SimulatedTime time,
                ClockHands hands,
                DecisionLag lag,
                @Value("${tenkyo.kafka.partitions}") int partitions) {
            return new Simulation(time, hands, lag, partitions);
        }
    }

    @Bean
    ClockController clockController(Optional<Simulation> simulation) {
        return new ClockController(simulation);
    }
}
