package jp.tenkyo.lifecycle.door;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what Kafka's and the registry's clients log out of a command's output: without Spring nobody has. */
final class QuietClients {

    private QuietClients() {}

    static void quieten() {
        set("org.apache.kafka", Level.ERROR);
        set("io.confluent", Level.WARN);
        set("org.apache.avro", Level.WARN);
    }

    private static void set(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
