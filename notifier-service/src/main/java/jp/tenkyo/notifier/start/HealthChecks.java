package jp.tenkyo.notifier.start;

import jp.tenkyo.notifier.sending.Sender;
import jp.tenkyo.notifier.topology.PartitionsHere;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Liveness asks whether a restart would help, readiness whether notices go out: a rebalance touches the second alone.
 */
@Configuration(proxyBeanMethods = false)
class HealthChecks {

    @Bean
    HealthIndicator streamsAlive(Streams streams) {
        return () -> {
            var state = streams.state();
            var alive = state != KafkaStreams.State.ERROR && state != KafkaStreams.State.PENDING_ERROR;
            return status(alive).withDetail("state", state.name()).build();
        };
    }

    @Bean
    HealthIndicator noticesRead(Streams streams, Sender sender, PartitionsHere partitions) {
        return () -> {
            var here = partitions.now().keySet();
            var read = sender.openPartitions();
            return status(streams.state() == KafkaStreams.State.RUNNING && read.containsAll(here))
                    .withDetail("partitionsHere", here.size())
                    .withDetail("partitionsRead", read.size())
                    .build();
        };
    }

    private static Health.Builder status(boolean good) {
        return good ? Health.up() : Health.down();
    }
}
