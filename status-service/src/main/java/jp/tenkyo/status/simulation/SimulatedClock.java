package jp.tenkyo.status.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.avro.BusinessClockMessage;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The latest instant that topic business-clock tells. Each message stands on every partition, so one partition is read,
 * from its beginning. It only goes forward.
 */
public final class SimulatedClock implements InstantSource, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedClock.class);
    private static final TopicPartition ANY_PARTITION = new TopicPartition(Topic.BUSINESS_CLOCK.topicName(), 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Map<String, Object> consumerSettings = new HashMap<>();
    private final Map<String, ?> registry;
    private final AtomicReference<Instant> latest;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /** @param registry settings of the registry client */
    public SimulatedClock(String bootstrapServers, Map<String, ?> registry, Instant start) {
        this.registry = registry;
        this.latest = new AtomicReference<>(start);
        consumerSettings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        consumerSettings.put(ConsumerConfig.CLIENT_ID_CONFIG, "business-clock");
        consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerSettings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumerSettings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumerSettings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    }

    @Override
    public Instant instant() {
        return latest.get();
    }

    private void readUntilStopped() {
        do {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(consumerSettings);
                    var codec = new MessageCodec<>(Topic.BUSINESS_CLOCK, BusinessClockMessage.class, registry)) {
                follow(consumer, codec);
            } catch (RuntimeException e) {
                LOG.warn("The business clock is read again from its beginning: {}", e.toString());
            }
        } while (!stopsWithin(PAUSE));
    }

    private void follow(KafkaConsumer<byte[], byte[]> from, MessageCodec<BusinessClockMessage> codec) {
        from.assign(List.of(ANY_PARTITION));
        from.seekToBeginning(List.of(ANY_PARTITION));
        while (!stopsWithin(Duration.ZERO)) {
            for (var record : from.poll(POLL)) {
                switch (codec.decode(record.value())) {
                    case Decoded.Understood<BusinessClockMessage>(var message) -> told(message);
                    case Decoded.Poison<BusinessClockMessage>(var cause, var _) ->
                        LOG.warn("business-clock 0/{} is passed over: {}", record.offset(), cause);
                }
            }
        }
    }

    private void told(BusinessClockMessage message) {
        var now = message.getSet().getNow();
        latest.accumulateAndGet(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("business-clock").start(this::readUntilStopped);
    }

    @Override
    public void stop() {
        stop.countDown();
        var reading = thread;
        try {
            if (reading != null && !reading.join(STOP_WITHIN)) {
                LOG.warn("The reader of the business clock did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        var reading = thread;
        return reading != null && reading.isAlive();
    }
}
