package jp.tenkyo.lifecycle.reads;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The states of all topologies of this service. */
final class StreamsHealth {

    private final ListableBeanFactory beans;

    StreamsHealth(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Up unless a topology has stopped for good: a rebalance is no reason to be started anew. */
    Health alive() {
        return all(state -> state != KafkaStreams.State.ERROR && state != KafkaStreams.State.NOT_RUNNING);
    }

    /** Up while all topologies run. */
    Health running() {
        return all(state -> state == KafkaStreams.State.RUNNING);
    }

    private Health all(Predicate<KafkaStreams.State> fine) {
        var states = new TreeMap<String, KafkaStreams.State>();
        beans.getBeansOfType(StreamsBuilderFactoryBean.class, false, false)
                .forEach((name, factory) -> states.put(name.replace("&stream-builder-", ""), stateOf(factory)));
        var health = states.values().stream().allMatch(fine) ? Health.up() : Health.down();
        return health.withDetails(Map.copyOf(states)).build();
    }

    private static KafkaStreams.State stateOf(StreamsBuilderFactoryBean factory) {
        var streams = factory.getKafkaStreams();
        return streams == null ? KafkaStreams.State.CREATED : streams.state();
    }
}
