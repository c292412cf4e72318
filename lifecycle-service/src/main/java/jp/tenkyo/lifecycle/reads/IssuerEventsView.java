package jp.tenkyo.lifecycle.reads;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads {@code issuer-events} from its beginning, all partitions in every instance: few records, and every instance
 * answers for all. Nothing is answered before it was read to the end that it had at the start.
 */
final class IssuerEventsView implements SmartLifecycle, AnnouncementSource {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerEventsView.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Map<String, Object> consumerSettings;
    private final Map<String, ?> registry;
    private final RegistryPatience patience;
    private final List<TopicPartition> partitions;

    private volatile boolean running;
    private volatile boolean brokerAnswers;
    private volatile @Nullable List<Announcement> lines;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    /** @param registry settings of the schema registry's client */
    IssuerEventsView(String bootstrapServers, int partitions, Map<String, ?> registry, RegistryPatience patience) {
        this.consumerSettings = settings(bootstrapServers);
        this.registry = registry;
        this.patience = patience;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topic.ISSUER_EVENTS.topicName(), partition))
                .toList();
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "announcements");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    @Override
    public Announcements announcements() {
        var known = lines;
        if (known == null) {
            throw new ReadsUnavailableException(
                    brokerAnswers
                            ? "What has to be announced is still being read."
                            : "What has to be announced is not read yet: the broker does not answer.");
        }
        return new Announcements(brokerAnswers, known);
    }

    boolean isReady() {
        return lines != null;
    }

    boolean isUpToDate() {
        return isReady() && brokerAnswers;
    }

    /** As of the last look, empty until there was one; for metrics. */
    List<Announcement> known() {
        var known = lines;
        return known == null ? List.of() : known;
    }

    private void read() {
        while (running) {
            try (var fresh = new KafkaConsumer<byte[], byte[]>(consumerSettings);
                    var codec = new MessageCodec<>(Topic.ISSUER_EVENTS, IssuerEventMessage.class, registry)) {
                consumer = fresh;
                follow(fresh, codec);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The reader of issuer-events stops.", e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("issuer-events is read again from its beginning: {}", e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> from, MessageCodec<IssuerEventMessage> codec) {
        from.assign(partitions);
        from.seekToBeginning(partitions);
        var fold = new AnnouncementFold(partitions.size());
        var atStart = awaitEnds(from);
        var caughtUp = false;
        var askedAt = System.nanoTime();
        while (running) {
            for (var record : from.poll(POLL)) {
                take(record, codec, fold);
            }
            caughtUp = caughtUp || isPast(from, atStart);
            if (caughtUp) {
                lines = fold.lines();
            }
            if (System.nanoTime() - askedAt >= ASK_EVERY.toNanos()) {
                ends(from);
                askedAt = System.nanoTime();
            }
        }
    }

    private Map<TopicPartition, Long> awaitEnds(Consumer<?, ?> from) {
        var ends = ends(from);
        while (ends.isEmpty() && running) {
            ends = ends(from);
        }
        return ends;
    }

    /** Where the partitions end; empty while the broker does not answer. */
    private Map<TopicPartition, Long> ends(Consumer<?, ?> from) {
        try {
            var ends = from.endOffsets(partitions, ANSWER_WITHIN);
            brokerAnswers = true;
            return ends;
        } catch (TimeoutException e) {
            brokerAnswers = false;
            return Map.of();
        }
    }

    private boolean isPast(Consumer<?, ?> from, Map<TopicPartition, Long> ends) {
        try {
            return ends.entrySet().stream()
                    .allMatch(end -> from.position(end.getKey(), ANSWER_WITHIN) >= end.getValue());
        } catch (TimeoutException e) {
            brokerAnswers = false;
            return false;
        }
    }

    private void take(
            ConsumerRecord<byte[], byte[]> record, MessageCodec<IssuerEventMessage> codec, AnnouncementFold fold) {
        switch (patience.ask(() -> codec.decode(record.value()))) {
            case Decoded.Understood<IssuerEventMessage>(var message) -> fold.see(record.key(), message);
            // The decisions have made a dead letter of it.
            case Decoded.Poison<IssuerEventMessage>(var cause, var _) ->
                LOG.warn("issuer-events {}/{} is passed over: {}", record.partition(), record.offset(), cause);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("announcements").start(this::read);
    }

    @Override
    public void stop() {
        running = false;
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        awaitEnd(thread);
    }

    private static void awaitEnd(@Nullable Thread reader) {
        try {
            if (reader != null && !reader.join(STOP_WITHIN)) {
                LOG.warn("The reader of issuer-events did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
