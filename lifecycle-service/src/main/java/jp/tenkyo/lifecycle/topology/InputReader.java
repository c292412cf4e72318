package jp.tenkyo.lifecycle.topology;

import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.Inputs;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Routing;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads a raw record of an input topic, or says why it cannot be decided at all. */
final class InputReader implements AutoCloseable {

    /** An input that can be decided, or poison. */
    sealed interface Read {
        record Understood(Input input) implements Read {}

        /** Written by the decisions themselves, on a topic that others write to as well. */
        record Ours() implements Read {}

        record Poisoned(Decoded.Poison<?> poison) implements Read {}
    }

    private final RegistryPatience patience;
    private final int partitions;
    private final MessageCodec<ResidentChangeMessage> changes;
    private final MessageCodec<CertificateRequestMessage> requests;
    private final MessageCodec<NoticeDeliveryMessage> deliveries;
    private final MessageCodec<IssuerEventMessage> issuerEvents;

    InputReader(Map<String, ?> registry, RegistryPatience patience, int partitions) {
        this.patience = patience;
        this.partitions = partitions;
        this.changes = new MessageCodec<>(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class, registry);
        this.requests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
        this.deliveries = new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, registry);
        this.issuerEvents = new MessageCodec<>(Topic.ISSUER_EVENTS, IssuerEventMessage.class, registry);
    }

    Read read(Topic topic, int partition, byte @Nullable [] key, byte @Nullable [] value) {
        if (topic == Topic.ISSUER_EVENTS) {
            return patience.ask(() -> issuerEvent(key, value));
        }
        var misplaced = Routing.fault(key, partition, partitions);
        if (misplaced.isPresent()) {
            return new Read.Poisoned(misplaced.get());
        }
        var read = patience.ask(() -> decode(topic, value));
        return read instanceof Read.Understood(var input) && !Routing.keyIs(input.holderId(), keyOf(key))
                ? new Read.Poisoned(
                        new Decoded.Poison<>(DeadLetterCause.KEY_MISMATCH, "The record's key is not its holderId."))
                : read;
    }

    /** On whatever partition: each has one of its own. */
    private Read issuerEvent(byte @Nullable [] key, byte @Nullable [] value) {
        return switch (issuerEvents.decode(value)) {
            case Decoded.Understood<IssuerEventMessage>(var message) -> issuerEvent(key, message);
            case Decoded.Poison<IssuerEventMessage> poison -> new Read.Poisoned(poison);
        };
    }

    private static Read issuerEvent(byte @Nullable [] key, IssuerEventMessage message) {
        var compromised = message.getCompromised();
        if (compromised == null) {
            return new Read.Ours();
        }
        if (key == null) {
            return new Read.Poisoned(new Decoded.Poison<>(
                    DeadLetterCause.MISSING_KEY, "The record has no key: its key must be the issuerKeyId."));
        }
        if (!Routing.keyIs(compromised.getIssuerKeyId(), key)) {
            return new Read.Poisoned(
                    new Decoded.Poison<>(DeadLetterCause.KEY_MISMATCH, "The record's key is not its issuerKeyId."));
        }
        return new Read.Understood(Inputs.of(compromised, message.getOccurredAt()));
    }

    private static byte[] keyOf(byte @Nullable [] key) {
        return Optional.ofNullable(key).orElseThrow();
    }

    private Read decode(Topic topic, byte @Nullable [] value) {
        return switch (topic) {
            case RESIDENT_CHANGES -> translated(changes.decode(value), Inputs::of);
            case CERTIFICATE_REQUESTS -> translated(requests.decode(value), Inputs::of);
            case NOTICE_DELIVERIES -> translated(deliveries.decode(value), Inputs::of);
            default -> throw new IllegalStateException(topic.topicName() + " is not an input of the decisions");
        };
    }

    private static <T extends SpecificRecord> Read translated(
            Decoded<T> decoded, java.util.function.Function<T, Input> translation) {
        return switch (decoded) {
            case Decoded.Understood<T>(var message) -> new Read.Understood(translation.apply(message));
            case Decoded.Poison<T> poison -> new Read.Poisoned(poison);
        };
    }

    @Override
    public void close() {
        changes.close();
        requests.close();
        deliveries.close();
        issuerEvents.close();
    }
}
