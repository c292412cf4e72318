package jp.tenkyo.lifecycle.contract;

import java.util.Map;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** Turns the messages of the input topics into bytes. Not safe for use by several threads. */
public final class InputEncoder implements AutoCloseable {

    private final MessageCodec<ResidentChangeMessage> residentChanges;
    private final MessageCodec<CertificateRequestMessage> certificateRequests;
    private final MessageCodec<ContactPoint> contactPoints;
    private final MessageCodec<IssuerEventMessage> issuerEvents;

    /** @param registry settings of the registry client */
    public InputEncoder(Map<String, ?> registry) {
        residentChanges = new MessageCodec<>(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class, registry);
        certificateRequests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
        contactPoints = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, registry);
        issuerEvents = new MessageCodec<>(Topic.ISSUER_EVENTS, IssuerEventMessage.class, registry);
    }

    /**
     * @return null for what forgets a key
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema's id is not known and the registry is away
     */
    public byte @Nullable [] encode(Outgoing outgoing) {
        return switch (outgoing.value()) {
            case null -> null;
            case ResidentChangeMessage message -> residentChanges.encode(message);
            case CertificateRequestMessage message -> certificateRequests.encode(message);
            case ContactPoint point -> contactPoints.encode(point);
            case IssuerEventMessage message -> issuerEvents.encode(message);
            default -> throw new IllegalArgumentException("No door leads to " + outgoing.topic());
        };
    }

    @Override
    public void close() {
        residentChanges.close();
        certificateRequests.close();
        contactPoints.close();
        issuerEvents.close();
    }
}
