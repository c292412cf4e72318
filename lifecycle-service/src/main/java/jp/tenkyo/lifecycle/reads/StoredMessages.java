package jp.tenkyo.lifecycle.reads;

import java.util.Map;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads what the stores keep: messages as they came, so that taking one in costs no translation. Asked by several
 * threads, which a codec is not made for.
 */
final class StoredMessages implements AutoCloseable {

    private final MessageCodec<CertificateStatus> statuses;
    private final MessageCodec<CertificateEventMessage> events;

    /** @param registry settings of the registry client */
    StoredMessages(Map<String, ?> registry) {
        statuses = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
        events = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
    }

    /** @throws ReadsUnavailableException if the registry is away and its answer is needed */
    synchronized CertificateStatus status(byte[] stored) {
        return answered(statuses, stored);
    }

    /** @throws ReadsUnavailableException if the registry is away and its answer is needed */
    synchronized CertificateEventMessage event(byte[] stored) {
        return answered(events, stored);
    }

    private static <T extends SpecificRecord> T answered(MessageCodec<T> codec, byte[] stored) {
        try {
            return read(codec, stored);
        } catch (RegistryUnavailableException e) {
            throw new ReadsUnavailableException("The schema registry is away.", e);
        }
    }

    static <T extends SpecificRecord> T read(MessageCodec<T> codec, byte[] stored) {
        return switch (codec.decode(stored)) {
            case Decoded.Understood<T>(var value) -> value;
            case Decoded.Poison<T>(var cause, var _) ->
                throw new IllegalStateException("The read stores hold what this version cannot read (" + cause
                        + "): stop the service and reset the application tenkyo-lifecycle-reads.");
        };
    }

    @Override
    public void close() {
        statuses.close();
        events.close();
    }
}
