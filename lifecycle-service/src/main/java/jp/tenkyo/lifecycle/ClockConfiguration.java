package jp.tenkyo.lifecycle;

import java.time.InstantSource;
import java.util.Optional;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where business time comes from. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    /** In a simulation, for the doors and the reads; the decisions go by the clock of each task. */
    @Bean
    InstantSource clock(Optional<SimulatedTime> simulation) {
        return simulation.<InstantSource>map(time -> time::latest).orElseGet(InstantSource::system);
    }
}
