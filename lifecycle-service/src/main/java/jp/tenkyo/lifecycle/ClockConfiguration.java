package jp.tenkyo.lifecycle;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where business time comes from. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
