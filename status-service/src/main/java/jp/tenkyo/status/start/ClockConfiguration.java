package jp.tenkyo.status.start;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import jp.tenkyo.status.simulation.SimulatedClock;
import jp.tenkyo.status.simulation.SimulationSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the service's times come from. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("tenkyo.simulation.enabled")
    SimulatedClock simulatedClock(StatusSettings settings, SimulationSettings simulation) {
        return new SimulatedClock(
                settings.kafka().bootstrapServers(), settings.registryClient(), requireNonNull(simulation.start()));
    }

    @Bean
    Clocks clocks(Optional<SimulatedClock> simulation) {
        return simulation.map(Clocks::drivenBy).orElseGet(Clocks::system);
    }
}
