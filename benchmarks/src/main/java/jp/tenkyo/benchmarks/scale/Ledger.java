package jp.tenkyo.benchmarks.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Population;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that the decisions say, committed records alone: when each resident's change could be read, and whether any
 * version of a status or any outcome came twice.
 */
final class Ledger implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final String OUTCOME = "jp.tenkyo.InputDecided";
    /** Version of a signing certificate that a change has ended. */
    private static final String ENDED = "/2";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final AtomicLongArray endedAt;
    private final Set<String> statuses = new HashSet<>();
    private final Set<String> outcomes = new HashSet<>();
    private final AtomicLong read = new AtomicLong();
    private int doubled;
    private volatile @Nullable RuntimeException failure;

    Ledger(Bed bed, int residents) {
        endedAt = new AtomicLongArray(residents);
        consumer = bed.committedReader();
        var partitions = Stream.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS)
                .flatMap(topic -> IntStream.range(0, Bed.LAYOUT.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = Thread.ofPlatform().name("ledger").start(this::read);
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(POLL)) {
                    note(record, System.nanoTime());
                }
            }
        } catch (WakeupException e) {
            // That is how it is closed.
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void note(ConsumerRecord<byte[], byte[]> record, long at) {
        var id = header(record, "ce_id");
        if (record.topic().equals(Topic.CERTIFICATE_STATUS.topicName())) {
            count(statuses.add(id));
            if (id.endsWith(ENDED)) {
                endedAt.compareAndSet(Population.residentOf(record.key()), 0, at);
            }
        } else if (header(record, "ce_type").equals(OUTCOME)) {
            count(outcomes.add(id));
        }
    }

    private void count(boolean isNew) {
        if (isNew) {
            read.incrementAndGet();
        } else {
            doubled++;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** Nanoseconds at which it could be read that the resident's change had ended a certificate; 0 while it cannot. */
    long endedAt(int resident) {
        return endedAt.get(resident);
    }

    /** Waits until that many statuses and outcomes together, each counted once, can be read. */
    void await(long records, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (read.get() < records) {
            var problem = failure;
            if (problem != null) {
                throw problem;
            }
            if (System.nanoTime() > deadline) {
                return;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Waits until all changes of the residents before that one can be read. */
    void awaitAllBefore(int resident, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (IntStream.range(0, resident).anyMatch(one -> endedAt(one) == 0)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not all changes can be read after " + within);
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** How many differ from what there must be: records that are missing, and records that came more than once. */
    synchronized int lostOrDoubled(int statusesSent, int inputsSent) {
        return Math.abs(statusesSent - statuses.size()) + Math.abs(inputsSent - outcomes.size()) + doubled;
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
