package jp.tenkyo.benchmarks.bed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far applications have come in topics of a test bed. */
final class Offsets implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** A transaction's end takes an offset; an application need not commit that it has passed the last ones. */
    private static final int MARKERS_LEFT_MAX = 3;

    private final Admin admin;

    Offsets(Bed bed) {
        admin = bed.admin();
    }

    /** The sum over all partitions of what the application has committed. */
    long committed(String application, String topic) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say what " + application + " has committed", e);
        }
    }

    private long end(String topic) throws InterruptedException {
        var partitions = IntStream.range(0, Bed.LAYOUT.partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        try {
            return admin
                    .listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(info -> info.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say where " + topic + " ends", e);
        }
    }

    /** Waits until the application has read all that is committed on the topics. */
    void awaitCaughtUp(String application, List<String> topics, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        for (var topic : topics) {
            while (end(topic) - committed(application, topic) > MARKERS_LEFT_MAX * (long) Bed.LAYOUT.partitions()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "%s has not read all of %s after %d s".formatted(application, topic, within.toSeconds()));
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
