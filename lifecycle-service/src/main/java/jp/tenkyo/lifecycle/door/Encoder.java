package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.contract.Outgoing;
import jp.tenkyo.schemas.CloudEventHeaders;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Turns what is to be sent into bytes. Not safe for use by several threads. */
final class Encoder implements AutoCloseable {

    private final MessageCodec<ResidentChangeMessage> residentChanges;
    private final MessageCodec<CertificateRequestMessage> certificateRequests;
    private final MessageCodec<ContactPoint> contactPoints;

    /** @param registry settings of the registry client */
    Encoder(Map<String, ?> registry) {
        residentChanges = new MessageCodec<>(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class, registry);
        certificateRequests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
        contactPoints = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, registry);
    }

    /**
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema's id is not known and the registry is away
     */
    ProducerRecord<byte[], byte @Nullable []> encode(Outgoing outgoing, TraceContext trace) {
        var encoded = new ProducerRecord<>(
                outgoing.topic().topicName(), outgoing.key().getBytes(UTF_8), valueOf(outgoing));
        CloudEventHeaders.add(encoded.headers(), outgoing.id(), Outgoing.SOURCE, outgoing.type(), outgoing.time());
        trace.addTo(encoded.headers());
        return encoded;
    }

    private byte @Nullable [] valueOf(Outgoing outgoing) {
        return switch (outgoing.value()) {
            case null -> null;
            case ResidentChangeMessage message -> residentChanges.encode(message);
            case CertificateRequestMessage message -> certificateRequests.encode(message);
            case ContactPoint point -> contactPoints.encode(point);
            default -> throw new IllegalArgumentException("No door leads to " + outgoing.topic());
        };
    }

    @Override
    public void close() {
        residentChanges.close();
        certificateRequests.close();
        contactPoints.close();
    }
}
