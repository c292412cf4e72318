package jp.tenkyo.quickstart.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all topics from their beginning, with a plain consumer and in no group, into a {@link Tally}. */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL_WITHIN = Duration.ofMillis(500);
    private static final Duration ASK_REGISTRY_EVERY = Duration.ofSeconds(1);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);
    private static final String EVENT_TYPE = "ce_type";
    private static final Set<String> COUNTED_EVENTS = Set.of("jp.tenkyo.InputDecided", "jp.tenkyo.CertificateRevoked");
    private static final int RECORDS_MAX = 5_000;
    private static final int FETCH_MIN_BYTES = 64 * 1024;
    private static final int FETCH_WITHIN_MILLIS = 100;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Topic, MessageCodec<? extends SpecificRecord>> codecs = new EnumMap<>(Topic.class);
    private final Tally tally = new Tally();
    private final Thread thread;
    private final Admin admin;
    private final Map<TopicPartition, Long> noticesRead = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, Admin admin, String registryUrl) {
        this.consumer = consumer;
        this.admin = admin;
        var registry = Map.of("schema.registry.url", registryUrl);
        codecs.put(
                Topic.CERTIFICATE_EVENTS,
                new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry));
        codecs.put(
                Topic.CERTIFICATE_STATUS,
                new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry));
        codecs.put(Topic.NOTICES, new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry));
        codecs.put(
                Topic.NOTICE_DELIVERIES,
                new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, registry));
        this.thread = Thread.ofPlatform().name("topic-reader").unstarted(this::read);
    }

    /** Starts reading topics that exist. */
    public static TopicReader start(String bootstrapServers, String registryUrl) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS_MAX,
                // Counters may lag by a blink; asking for every handful of records would keep the broker busy.
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                FETCH_MIN_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_WITHIN_MILLIS);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(consumer));
        consumer.seekToBeginning(consumer.assignment());
        var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        var reader = new TopicReader(consumer, admin, registryUrl);
        reader.thread.start();
        return reader;
    }

    public Tally tally() {
        return tally;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return Stream.of(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                for (var message : consumer.poll(POLL_WITHIN)) {
                    count(message);
                }
                notePositions();
            }
        } catch (WakeupException | InterruptException | InterruptedException e) {
            LOG.debug("Stopped reading");
        } catch (RuntimeException e) {
            LOG.error("The counters stand still", e);
        } finally {
            codecs.values().forEach(MessageCodec::close);
        }
    }

    private void notePositions() {
        for (var partition : consumer.assignment()) {
            if (partition.topic().equals(Topic.NOTICES.topicName())) {
                noticesRead.put(partition, consumer.position(partition));
            }
        }
    }

    /**
     * Whether all notices that are committed by now have been read, and each has its end.
     *
     * @throws IllegalStateException if the broker does not answer
     */
    public boolean nothingToBeTold() throws InterruptedException {
        return ends().entrySet().stream()
                        .allMatch(end -> noticesRead.getOrDefault(end.getKey(), 0L)
                                >= end.getValue().offset())
                && tally.noticesUnsettled() == 0;
    }

    private Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends() throws InterruptedException {
        try {
            return admin.listOffsets(
                            noticesRead.keySet().stream()
                                    .collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say how many notices there are", e);
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> message) throws InterruptedException {
        var topic = Topic.named(message.topic()).orElseThrow();
        tally.add(topic, isCounted(message) ? value(topic, message.value()) : null);
    }

    /** The header says what an event is: most need no reading. */
    private static boolean isCounted(ConsumerRecord<?, ?> message) {
        if (!message.topic().equals(Topic.CERTIFICATE_EVENTS.topicName())) {
            return true;
        }
        var type = message.headers().lastHeader(EVENT_TYPE);
        return type == null || COUNTED_EVENTS.contains(new String(type.value(), UTF_8));
    }

    private @Nullable SpecificRecord value(Topic topic, byte @Nullable [] bytes) throws InterruptedException {
        var codec = codecs.get(topic);
        if (codec == null || bytes == null) {
            return null;
        }
        while (true) {
            try {
                return codec.decode(bytes) instanceof Decoded.Understood<?>(var value) ? value : null;
            } catch (RegistryUnavailableException away) {
                Thread.sleep(ASK_REGISTRY_EVERY);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            if (!thread.join(STOPPED_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        admin.close(STOPPED_WITHIN);
    }
}
