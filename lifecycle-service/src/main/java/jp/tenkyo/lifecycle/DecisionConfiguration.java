package jp.tenkyo.lifecycle;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tenkyo.lifecycle.issuers.IssuerFiles;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
import jp.tenkyo.lifecycle.topology.DecisionSettings;
import jp.tenkyo.lifecycle.topology.DecisionTopology;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.setup.StartCheck;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Wires the decisions into Spring Cloud Stream's Kafka Streams binder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifecycleSettings.class)
public class DecisionConfiguration {

    private final RegistryPatience patience;

    public DecisionConfiguration(LifecycleSettings settings) {
        this.patience = new RegistryPatience(settings.registry().patience());
    }

    @Bean
    RegistryPatience registryPatience() {
        return patience;
    }

    /** A thread that waits for the registry must not hold up the service's end. */
    @EventListener(ContextClosedEvent.class)
    void endPatience() {
        patience.end();
    }

    /** Refuses to start on files that cannot be taken; see {@link IssuersRefusedAnalyzer}. */
    @Bean
    Issuers issuers(LifecycleSettings settings) {
        return IssuerFiles.read(settings.issuers());
    }

    /** Refuses to start on topics or schemas that are not as the catalogue has them. */
    @Bean
    Consumer<KStream<byte[], byte[]>> decide(
            LifecycleSettings settings, InstantSource clock, Issuers issuers, Optional<SimulatedTime> simulation) {
        if (settings.checkTopics()) {
            StartCheck.refuseUnlessReady(
                    settings.kafka().bootstrapServers(),
                    settings.kafka().layout(),
                    settings.registry().url(),
                    Topic.withSchema(),
                    settings.startPatience());
        }
        return new DecisionTopology(
                new DecisionSettings(
                        settings.policy(),
                        settings.kafka().partitions(),
                        Map.of("schema.registry.url", settings.registry().url()),
                        new DecisionSettings.Ticks(
                                settings.ticks().every(),
                                settings.ticks().holdersMax(),
                                settings.ticks().atMost()),
                        issuers,
                        new DecisionSettings.Walks(
                                settings.walks().holdersMax(),
                                settings.walks().atMost(),
                                settings.walks().progressEvery()),
                        settings.commits().every()),
                clock,
                patience,
                simulation);
    }
}
