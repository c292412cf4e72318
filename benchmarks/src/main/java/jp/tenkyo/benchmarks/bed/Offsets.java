package jp.tenkyo.benchmarks.bed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far applications have come in topics of a test bed. */
public final class Offsets implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** A transaction's end takes an offset; an application need not commit that it has passed the last ones. */
    private static final int MARKERS_LEFT_MAX = 3;

    private final Admin admin;

    public Offsets(Bed bed) {
        admin = bed.admin();
    }

    /** The sum over all partitions of what the application has committed. */
    public long committed(String application, String topic) throws InterruptedException {
        return sum(committedOf(application, topic));
    }

    /** What the application has committed, by partition; none of those that it has committed nothing of. */
    public Map<Integer, Long> committedOf(String application, String topic) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().partition(),
                            entry -> entry.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say what " + application + " has committed", e);
        }
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Where the topic ends for readers of committed records, by partition. */
    public Map<Integer, Long> endsOf(String topic) throws InterruptedException {
        var partitions = IntStream.range(0, Bed.LAYOUT.partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        try {
            return admin
                    .listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().partition(),
                            entry -> entry.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say where " + topic + " ends", e);
        }
    }

    /** Waits until the application has read all that is committed on the topics. */
    public void awaitCaughtUp(String application, List<String> topics, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        for (var topic : topics) {
            while (sum(endsOf(topic)) - committed(application, topic)
                    > MARKERS_LEFT_MAX * (long) Bed.LAYOUT.partitions()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "%s has not read all of %s after %d s".formatted(application, topic, within.toSeconds()));
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** Waits until the application has committed at least as much of each partition. */
    public void awaitPassed(String application, String topic, Map<Integer, Long> ends, Duration within)
            throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (!hasPassed(committedOf(application, topic), ends)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s has not read %s as far as %s after %d s"
                        .formatted(application, topic, ends, within.toSeconds()));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static boolean hasPassed(Map<Integer, Long> committed, Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    @Override
    public void close() {
        admin.close();
    }
}
