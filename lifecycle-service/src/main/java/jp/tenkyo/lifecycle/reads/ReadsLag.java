package jp.tenkyo.lifecycle.reads;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * How many committed records the reads have not taken in yet: ends of their topics against the group's offsets, asked
 * of the broker once a second. Across all instances.
 */
final class ReadsLag implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadsLag.class);

    /** With fewer records than this behind, the reads count as caught up; a busy service is never at zero. */
    private static final long CAUGHT_UP_WITHIN = 1_000;

    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final Map<String, Object> adminSettings;
    private final String group;
    private final List<TopicPartition> partitions;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reads-lag").factory());

    private volatile long behind = UNKNOWN;
    private volatile boolean caughtUp;
    private volatile boolean running;

    /** @param group application id of the reads */
    ReadsLag(Map<String, Object> adminSettings, String group, int partitions) {
        this.adminSettings = adminSettings;
        this.group = group;
        this.partitions = List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS).stream()
                .flatMap(topic -> IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
    }

    /** As of the last time that the broker answered; -1 if it has not yet. */
    long recordsBehind() {
        return behind;
    }

    /** Whether the reads have been near the end since this instance started. */
    boolean hasCaughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        running = true;
        var _ = timer.scheduleWithFixedDelay(this::ask, 0, ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try (var admin = Admin.create(adminSettings)) {
            while (running) {
                behind = measured(admin);
                caughtUp = caughtUp || behind <= CAUGHT_UP_WITHIN;
                TimeUnit.MILLISECONDS.sleep(ASK_EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("The broker did not say how far the reads are; asking again.", e);
        }
    }

    private long measured(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        var ends = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        var taken = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        return partitions.stream()
                .mapToLong(
                        one -> Math.max(0, Objects.requireNonNull(ends.get(one)).offset() - offset(taken.get(one))))
                .sum();
    }

    private static long offset(@org.jspecify.annotations.Nullable OffsetAndMetadata taken) {
        return taken == null ? 0 : taken.offset();
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
