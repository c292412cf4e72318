package jp.tenkyo.status.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.status.contract.StatusContract;
import jp.tenkyo.status.freshness.Reach;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread that reads the topic into the table, from where the table ends. Whatever is away, it waits for and
 * goes on; where its offsets no longer fit the topic, it builds the table anew; what is broken for good ends it, and
 * the service says so by its liveness.
 */
public final class StatusReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StatusReader.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final StatusTopic topic;
    private final Map<String, ?> registry;
    private final RegistryPatience patience;
    private final StatusTable table;
    private final Reach reach;
    private final BooleanSupplier caughtUp;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<?, ?> consumer;
    private volatile @Nullable Thread thread;

    /**
     * @param registry settings of the registry client
     * @param caughtUp whether the table was whole before, so that what comes is new
     */
    public StatusReader(
            StatusTopic topic,
            Map<String, ?> registry,
            RegistryPatience patience,
            StatusTable table,
            Reach reach,
            BooleanSupplier caughtUp) {
        this.topic = topic;
        this.registry = registry;
        this.patience = patience;
        this.table = table;
        this.reach = reach;
        this.caughtUp = caughtUp;
    }

    private void readUntilStopped() {
        try {
            while (!isStopping()) {
                readOnce();
            }
        } catch (TableBrokenException e) {
            LOG.error(
                    "The table is broken; nothing is answered any more. Restart; if that fails, delete its folder.", e);
        } finally {
            reach.ended();
        }
    }

    private void readOnce() {
        try (var fresh = topic.consumer();
                var contract = new StatusContract(registry, topic.partitions())) {
            consumer = fresh;
            beOfThisTopic();
            follow(fresh, contract);
        } catch (InvalidOffsetException e) {
            LOG.error("The topic does not have the offsets that the table was read to; it is built anew.", e);
            startOver();
        } catch (WakeupException | InterruptException e) {
            LOG.debug("The reader stops.", e);
        } catch (TableBrokenException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The topic is read again from where the table ends: {}", e.toString());
            pause();
        }
    }

    /** Offsets mean nothing on another topic of the same name, such as one made anew. */
    private void beOfThisTopic() {
        if (table.isOf(topic.id())) {
            return;
        }
        LOG.info("The table is built from the beginning of {}.", StatusTopic.NAME);
        startOver();
        table.beOf(topic.id());
    }

    private void startOver() {
        reach.startedOver();
        table.empty();
    }

    private void follow(Consumer<byte[], byte[]> from, StatusContract contract) {
        var partitions = topic.all();
        from.assign(partitions);
        for (var partition : partitions) {
            table.nextOffset(partition.partition())
                    .ifPresentOrElse(
                            offset -> from.seek(partition, offset), () -> from.seekToBeginning(List.of(partition)));
        }
        while (!isStopping()) {
            var records = from.poll(POLL);
            var live = caughtUp.getAsBoolean();
            if (!records.isEmpty()) {
                take(records, contract, live);
            }
            reach.reached(positions(from));
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records, StatusContract contract, boolean live) {
        var arrivals = new ArrayList<Arrival>(records.count());
        var next = new HashMap<Integer, Long>();
        for (var record : records) {
            arrivals.add(arrival(record, contract));
            next.put(record.partition(), record.offset() + 1);
        }
        table.take(arrivals, next, live);
    }

    private Arrival arrival(ConsumerRecord<byte[], byte[]> record, StatusContract contract) {
        var reading = patience.ask(() -> {
            // Waiting for the registry is no reason to be taken for dead.
            reach.waiting();
            return contract.read(record.key(), record.value(), record.partition());
        });
        return new Arrival(record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()), reading);
    }

    /** The consumer's own: they pass the marks of transactions too, which are no records. */
    private Map<Integer, Long> positions(Consumer<?, ?> from) {
        var positions = new HashMap<Integer, Long>();
        for (var partition : topic.all()) {
            positions.put(partition.partition(), from.position(partition));
        }
        return positions;
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            reach.waiting();
            stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    public boolean isAlive() {
        var reading = thread;
        return reading != null && reading.isAlive();
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("status-reader").start(this::readUntilStopped);
    }

    @Override
    public void stop() {
        stop.countDown();
        patience.end();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        var running = thread;
        try {
            if (running != null && !running.join(STOP_WITHIN)) {
                LOG.warn("The reader of the topic did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isAlive();
    }
}
