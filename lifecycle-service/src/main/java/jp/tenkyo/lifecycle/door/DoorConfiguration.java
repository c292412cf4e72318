package jp.tenkyo.lifecycle.door;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the doors together. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    SendingSettings sendingSettings(
            @Value("${tenkyo.kafka.bootstrap-servers:127.0.0.1:9092}") String bootstrapServers,
            @Value("${tenkyo.registry.url:http://127.0.0.1:8085/apis/ccompat/v7}") String registryUrl) {
        return new SendingSettings(bootstrapServers, registryUrl);
    }

    @Bean
    KafkaOutbox outbox(SendingSettings settings) {
        return new KafkaOutbox(settings);
    }

    @Bean
    Intake intake(Outbox outbox, InstantSource clock) {
        return new Intake(outbox, clock);
    }
}
