package jp.tenkyo.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.schemas.Topic;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Reads {@code certificate-status} as any reader would, committed records alone, and notes when each arrives. */
final class StatusReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1_000;

    /**
     * What has arrived of a stage.
     *
     * @param delays in microseconds, of each resident; 0 where nothing has come yet
     */
    private record Arrivals(Stage stage, AtomicLongArray delays) {

        static Arrivals of(Stage stage) {
            return new Arrivals(stage, new AtomicLongArray(stage.changes()));
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final AtomicReference<@Nullable Arrivals> watched = new AtomicReference<>();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private volatile @Nullable RuntimeException failure;

    StatusReader(Bed bed) {
        consumer = bed.committedReader();
        var partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Else the end would be looked for when the first records have come already.
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("status-reader").start(this::read);
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, Bed.LAYOUT.partitions())
                .mapToObj(partition -> new TopicPartition(Topic.CERTIFICATE_STATUS.topicName(), partition))
                .toList();
    }

    /** From now on what arrives of this stage counts, and nothing else does. */
    void watch(Stage stage) {
        arrived.set(0);
        watched.set(Arrivals.of(stage));
    }

    /** Statuses that have come since this was made, or the former were forgotten, and that no stage was about. */
    long others() {
        return others.get();
    }

    void forgetOthers() {
        others.set(0);
    }

    /**
     * Waits until that many statuses of the stage have arrived.
     *
     * @return the delays in microseconds
     */
    Histogram await(int statuses, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        var now = watched();
        while (arrived.get() < statuses) {
            var problem = failure;
            if (problem != null) {
                throw problem;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Of %,d statuses only %,d had come after %d s"
                        .formatted(statuses, arrived.get(), within.toSeconds()));
            }
            Thread.sleep(LOOK_EVERY);
        }
        return delaysUntil(now, now.stage.end());
    }

    /** Of the residents of the stage before that one, in microseconds. */
    Histogram delaysUntil(int end) {
        return delaysUntil(watched(), end);
    }

    private static Histogram delaysUntil(Arrivals now, int end) {
        var delays = new Histogram(DIGITS);
        for (var resident = now.stage.first(); resident < end; resident++) {
            delays.recordValue(now.delays.get(resident - now.stage.first()));
        }
        return delays;
    }

    private Arrivals watched() {
        var now = watched.get();
        if (now == null) {
            throw new IllegalStateException("No stage is watched");
        }
        return now;
    }

    private void read() {
        try (consumer) {
            while (true) {
                var records = consumer.poll(POLL);
                var at = System.nanoTime();
                var now = watched.get();
                if (now != null) {
                    records.forEach(record -> note(now, Population.residentOf(record.key()), at));
                }
            }
        } catch (WakeupException e) {
            // That is how it is closed.
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void note(Arrivals now, int resident, long at) {
        if (now.stage.isAbout(resident)) {
            var micros = (at - now.stage.dueAt(resident)) / NANOS_PER_MICRO;
            now.delays.set(resident - now.stage.first(), Math.max(0, micros));
            arrived.incrementAndGet();
        } else {
            others.incrementAndGet();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
