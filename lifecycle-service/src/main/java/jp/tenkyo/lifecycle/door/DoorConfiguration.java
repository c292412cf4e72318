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
    RegistryProbe registryProbe(SendingSettings settings) {
        return new RegistryProbe(settings.registry());
    }

    /** @param needRegistry whether the doors are shut while the registry is away, though they could do without it */
    @Bean
    Intake intake(
            KafkaOutbox outbox,
            RegistryProbe probe,
            InstantSource clock,
            @Value("${tenkyo.doors.need-registry:true}") boolean needRegistry) {
        return new Intake(needRegistry ? new RegistryBoundOutbox(outbox, probe, System::nanoTime) : outbox, clock);
    }
}
