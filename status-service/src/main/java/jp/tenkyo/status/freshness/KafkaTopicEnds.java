package jp.tenkyo.status.freshness;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker for high watermarks. */
public final class KafkaTopicEnds implements TopicEnds, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicEnds.class);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);
    private static final int RECONNECT_MS_MAX = 1_000;

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> question;

    public KafkaTopicEnds(String bootstrapServers, String topic, int partitions) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "freshness",
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                RECONNECT_MS_MAX));
        this.question = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        partition -> new TopicPartition(topic, partition), _ -> OffsetSpec.latest()));
    }

    @Override
    public Optional<Map<Integer, Long>> now(Duration within) {
        var options =
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(Math.toIntExact(within.toMillis()));
        try {
            var answer = admin.listOffsets(question, options).all().get(within.toMillis(), TimeUnit.MILLISECONDS);
            var ends = new HashMap<Integer, Long>();
            answer.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return Optional.of(ends);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("The broker does not say where the topic ends.", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        admin.close(CLOSED_WITHIN);
    }
}
