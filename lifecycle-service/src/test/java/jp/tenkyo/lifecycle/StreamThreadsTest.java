package jp.tenkyo.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

class StreamThreadsTest {

    @Test
    void the_binder_finds_ours_beside_the_one_for_metrics() {
        new ApplicationContextRunner()
                .withBean(SimpleMeterRegistry.class)
                .withConfiguration(AutoConfigurations.of(KafkaMetricsAutoConfiguration.class))
                .withUserConfiguration(StreamThreads.class)
                .run(context -> {
                    assertThat(context.getBeansOfType(StreamsBuilderFactoryBeanConfigurer.class))
                            .hasSize(2);
                    // As the binder asks.
                    assertThat(context.getBeanProvider(StreamsBuilderFactoryBeanConfigurer.class)
                                    .getIfUnique())
                            .isSameAs(context.getBean("streamThreadEnds"));
                });
    }
}
