package jp.tenkyo.notifier.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.notifier.NotifierApplication;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.SchemaSetup;
import jp.tenkyo.schemas.setup.TopicSetup;
import jp.tenkyo.stack.LocalBroker;
import jp.tenkyo.stack.LocalMail;
import jp.tenkyo.stack.LocalRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Broker, registry, mail server and the service, each real, on free ports of this machine. */
final class RunningParts implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Path folder;
    private final LocalBroker broker;
    private final LocalRegistry registry;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MessageCodec<NoticeMessage> notices;
    private final MessageCodec<NoticeDeliveryMessage> deliveries;
    private final MessageCodec<ContactPoint> contactPoints;
    private LocalMail mail;
    private @Nullable ConfigurableApplicationContext service;

    private RunningParts(Path folder) {
        this.folder = folder;
        broker = LocalBroker.start(folder.resolve("kafka"), 0);
        registry = LocalRegistry.start(folder.resolve("registry"), 0);
        mail = LocalMail.start(0);
        var client = Map.of("schema.registry.url", registry.url());
        notices = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, client);
        deliveries = new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, client);
        contactPoints = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, client);
        Map<String, Object> kafka = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed", "acks", "all");
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try (var admin = Admin.create(kafka)) {
            TopicSetup.create(admin, new TopicLayout(PARTITIONS, (short) 1));
        }
    }

    static RunningParts start(Path folder) {
        return new RunningParts(folder);
    }

    void registerSchemas() {
        SchemaSetup.register(registry.url());
    }

    void startService() {
        service = new SpringApplicationBuilder(NotifierApplication.class)
                .run(
                        "--server.port=0",
                        "--tenkyo.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--tenkyo.kafka.partitions=" + PARTITIONS,
                        "--tenkyo.registry.url=" + registry.url(),
                        "--tenkyo.state-folder=" + folder.resolve("state"),
                        // Longer than the patience: whoever waits for a former instance's session fails.
                        "--spring.cloud.stream.kafka.streams.binder.configuration.consumer.session.timeout.ms=60000",
                        "--tenkyo.mail.server-first-pause=200ms",
                        "--tenkyo.mail.server-longest-pause=1s",
                        "--spring.mail.port=" + mail.smtpPort());
    }

    void stopService() {
        if (service != null) {
            service.close();
            service = null;
        }
    }

    void restartService() {
        stopService();
        startService();
    }

    LocalMail mail() {
        return mail;
    }

    void mailIs(LocalMail other) {
        mail = other;
    }

    void send(NoticeMessage message) {
        var planned = message.getPlanned();
        var holderId = planned == null ? message.getWithdrawn().getHolderId() : planned.getHolderId();
        sendBytes(Topic.NOTICES, holderId, notices.encode(message));
    }

    void send(ContactPoint contact) {
        sendBytes(Topic.CONTACT_POINTS, contact.getHolderId(), contactPoints.encode(contact));
    }

    void sendBytes(Topic topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    List<DeliveryOutcome> outcomesOf(String noticeId) {
        return deliveriesOf(noticeId).stream().map(NoticeDelivery::getOutcome).toList();
    }

    List<NoticeDelivery> deliveriesOf(String noticeId) {
        return all(Topic.NOTICE_DELIVERIES).stream()
                .map(record -> deliveries.decode(record.value()))
                .flatMap(decoded -> decoded instanceof Decoded.Understood(var message)
                        ? Stream.of(requireNonNull(message.getDelivery()))
                        : Stream.empty())
                .filter(delivery -> delivery.getNoticeId().equals(noticeId))
                .toList();
    }

    List<String> deadLetters(Topic topic) {
        return all(topic.deadLetters()).stream()
                .map(record ->
                        new String(record.headers().lastHeader("dlq.error").value(), UTF_8))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
        var partitions = new ArrayList<TopicPartition>();
        for (var n = 0; n < PARTITIONS; n++) {
            partitions.add(new TopicPartition(topic.topicName(), n));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(LOOK_EVERY).forEach(records::add);
        }
        return records;
    }

    String url() {
        var context = (ServletWebServerApplicationContext) requireNonNull(service);
        return "http://127.0.0.1:" + requireNonNull(context.getWebServer()).getPort();
    }

    String summary() {
        return get("/deliveries/summary");
    }

    String get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url() + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks until it is so, or the patience ends. */
    void await(Runnable claim) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (; ; ) {
            try {
                claim.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
            restBetweenLooks();
        }
    }

    private static void restBetweenLooks() {
        try {
            new CountDownLatch(1).await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stopService();
        producer.close();
        consumer.close();
        notices.close();
        deliveries.close();
        contactPoints.close();
        mail.close();
        registry.close();
        broker.close();
    }
}
