package jp.tenkyo.quickstart;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.quickstart.city.Keyed;
import jp.tenkyo.schemas.CloudEventHeaders;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends the city's records as any other producer would. */
final class Sender implements AutoCloseable {

    private static final int TELL_EVERY = 500;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS = 20;
    private static final String SOURCE = "/tenkyo/quickstart/city";

    private final KafkaProducer<String, byte[]> producer;
    private final MessageCodec<CertificateRequestMessage> requests;
    private final MessageCodec<ContactPoint> contactPoints;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Sender(String bootstrapServers, String registryUrl) {
        var settings = new HashMap<String, Object>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS));
        var registry = Map.of("schema.registry.url", registryUrl);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.requests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
        this.contactPoints = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, registry);
    }

    /** Sends all and returns how many that were, once the broker has them. */
    long sendRequests(Stream<Keyed<CertificateRequestMessage>> all, LongConsumer sent) {
        return send(all.map(request -> record(request)), sent);
    }

    /** Sends contact points and requests, and returns how many that were together, once the broker has them. */
    long sendPopulation(Stream<Keyed<? extends SpecificRecord>> all, LongConsumer sent) {
        return send(all.map(one -> record(one)), sent);
    }

    private ProducerRecord<String, byte[]> record(Keyed<? extends SpecificRecord> one) {
        return switch (one.value()) {
            case ContactPoint contact ->
                headed(
                        new ProducerRecord<>(
                                Topic.CONTACT_POINTS.topicName(), one.key(), contactPoints.encode(contact)),
                        "contact-" + one.key(),
                        "jp.tenkyo.ContactPoint");
            case CertificateRequestMessage request ->
                headed(
                        new ProducerRecord<>(
                                Topic.CERTIFICATE_REQUESTS.topicName(), one.key(), requests.encode(request)),
                        request.getId(),
                        "jp.tenkyo.CertificateRegistration");
            default ->
                throw new IllegalArgumentException(
                        "A city has no " + one.value().getSchema().getName());
        };
    }

    private static ProducerRecord<String, byte[]> headed(
            ProducerRecord<String, byte[]> message, String id, String type) {
        CloudEventHeaders.add(message.headers(), id, SOURCE, type, java.time.Instant.now());
        return message;
    }

    private long send(Stream<ProducerRecord<String, byte[]>> messages, LongConsumer tell) {
        var sent = 0L;
        for (var each = messages.iterator(); each.hasNext(); ) {
            var _ = producer.send(each.next(), (where, problem) -> failure.compareAndSet(null, problem));
            if (++sent % TELL_EVERY == 0) {
                failIfRefused();
                tell.accept(sent);
            }
        }
        producer.flush();
        failIfRefused();
        return sent;
    }

    private void failIfRefused() {
        var problem = failure.get();
        if (problem != null) {
            throw new CannotRunException("The broker did not take a record: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close();
        requests.close();
        contactPoints.close();
    }
}
