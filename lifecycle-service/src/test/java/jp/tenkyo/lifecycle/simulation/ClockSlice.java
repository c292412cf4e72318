package jp.tenkyo.lifecycle.simulation;

import java.util.Optional;
import org.springframework.context.annotation.Bean;

/** The clock's HTTP surface where time is real. */
public class ClockSlice {

    @Bean
    ClockController clockController() {
        return new ClockController(Optional.empty());
    }
}
