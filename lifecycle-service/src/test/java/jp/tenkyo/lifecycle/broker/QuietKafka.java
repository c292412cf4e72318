package jp.tenkyo.lifecycle.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Without settings of its own a process logs every thought of Kafka's, which takes longer than the thought. */
final class QuietKafka {

    private QuietKafka() {}

    static void quieten() {
        for (var name :
                List.of("org.apache.kafka", "kafka", "state.change.logger", "io.confluent", "org.apache.avro")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
        }
    }
}
