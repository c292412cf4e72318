package jp.tenkyo.lifecycle;

import jp.tenkyo.schemas.streams.ThreadFailures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** How stream threads end, of both topologies. */
@Configuration(proxyBeanMethods = false)
class StreamThreads {

    /** Primary, because the binder takes one or none, and Spring Boot brings another for its metrics. */
    @Bean
    @Primary
    StreamsBuilderFactoryBeanConfigurer streamThreadEnds() {
        return factory -> {
            // A close that stays in the group makes the next start wait out the session.
            factory.setLeaveGroupOnClose(true);
            factory.setStreamsUncaughtExceptionHandler(new ThreadFailures());
        };
    }
}
