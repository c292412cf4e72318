package jp.tenkyo.stack;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a broker that is alone, small, and quick to start. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String BROKER_LISTENER = "PLAINTEXT";
    private static final int MEBIBYTE = 1024 * 1024;

    private BrokerSettings() {}

    static Properties of(Path logFolder, int port, int controllerPort) {
        var settings = new Properties();
        listeners(settings, port, controllerPort);
        aloneInTheCluster(settings);
        small(settings);
        quick(settings);
        settings.put("log.dirs", logFolder.toString());
        settings.put("auto.create.topics.enable", "false");
        // Nothing is deleted while it is younger than its topic says, and committed offsets outlive a long holiday.
        settings.put("offsets.retention.minutes", Integer.toString(90 * 24 * 60));
        return settings;
    }

    private static void listeners(Properties settings, int port, int controllerPort) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("inter.broker.listener.name", BROKER_LISTENER);
        settings.put("listener.security.protocol.map", CONTROLLER_LISTENER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
        settings.put(
                "listeners",
                "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
                        .formatted(BROKER_LISTENER, port, CONTROLLER_LISTENER, controllerPort));
        settings.put("advertised.listeners", "%s://127.0.0.1:%d".formatted(BROKER_LISTENER, port));
    }

    /** Without these the first transaction waits a minute for replicas that nobody will ever start. */
    private static void aloneInTheCluster(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
    }

    private static void small(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MEBIBYTE));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(MEBIBYTE));
        // Index files are mapped at their full size; the default of 10 MiB for each of them adds up on a small disk.
        settings.put("log.index.size.max.bytes", Integer.toString(2 * MEBIBYTE));
    }

    private static void quick(Properties settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controller.quorum.election.timeout.ms", "200");
        settings.put("controller.quorum.election.backoff.max.ms", "100");
    }
}
