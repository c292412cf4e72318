package jp.tenkyo.lifecycle.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker, at the moment of the question: ends of the inputs against the offsets that the decisions have
 * committed. Ends are taken as they are, open transactions included, and before the offsets: what was there when
 * somebody asked is decided when nothing is behind.
 */
final class KafkaDecisionLag implements DecisionLag, AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private static final List<String> OUTPUTS = List.of(
            Topic.CERTIFICATE_EVENTS.topicName(), Topic.CERTIFICATE_STATUS.topicName(), Topic.NOTICES.topicName());

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> inputs;
    private final List<TopicPartition> outputs;

    /**
     * @param group application id of the decisions
     * @param inputs what they read
     */
    KafkaDecisionLag(Map<String, Object> adminSettings, String group, List<String> inputs, int partitions) {
        this.admin = Admin.create(adminSettings);
        this.group = group;
        this.inputs = partitionsOf(inputs, partitions);
        this.outputs = partitionsOf(OUTPUTS, partitions);
    }

    private static List<TopicPartition> partitionsOf(List<String> topics, int partitions) {
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }

    @Override
    public Measured measure() {
        try {
            var ends = ends(inputs, IsolationLevel.READ_UNCOMMITTED);
            var taken = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            var behind = inputs.stream()
                    .mapToLong(one -> Math.max(0, requireNonNull(ends.get(one)) - offset(taken.get(one))))
                    .sum();
            return new Measured(behind, behind == 0 && somethingIsOpen());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LagUnknownException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LagUnknownException(e);
        }
    }

    private boolean somethingIsOpen() throws ExecutionException, InterruptedException, TimeoutException {
        var all = ends(outputs, IsolationLevel.READ_UNCOMMITTED);
        return !all.equals(ends(outputs, IsolationLevel.READ_COMMITTED));
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, InterruptedException, TimeoutException {
        var answer = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())),
                        new ListOffsetsOptions(level))
                .all()
                .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long offset(@Nullable OffsetAndMetadata taken) {
        return taken == null ? 0 : taken.offset();
    }

    @Override
    public void close() {
        admin.close(CLOSE_WITHIN);
    }
}
