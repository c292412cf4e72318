package jp.tenkyo.notifier.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.Routing;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the input topics and writes deliveries. For one thread, as codecs are. */
public final class Contracts implements AutoCloseable {

    private final MessageCodec<NoticeMessage> notices;
    private final MessageCodec<NoticeDeliveryMessage> deliveries;
    private final MessageCodec<ContactPoint> contactPoints;

    /** @param registry settings of the registry client */
    public Contracts(Map<String, ?> registry) {
        notices = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry);
        deliveries = new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, registry);
        contactPoints = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, registry);
    }

    /**
     * @param topic one of notices, notice-deliveries, contact-points
     * @throws RegistryUnavailableException if the registry is needed and away: nothing is wrong with the record
     */
    public Inbound read(Topic topic, byte[] key, byte @Nullable [] value) {
        return switch (topic) {
            case NOTICES -> understood(notices.decode(value), key, Translation::holderOf, Translation::notice);
            case NOTICE_DELIVERIES ->
                understood(deliveries.decode(value), key, Translation::holderOf, Translation::delivered);
            case CONTACT_POINTS ->
                value == null
                        ? new Inbound.ContactForgotten(new String(key, UTF_8))
                        : understood(
                                contactPoints.decode(value), key, ContactPoint::getHolderId, Translation::contactPoint);
            default -> throw new IllegalArgumentException(topic.topicName() + " is not an input of the notifier");
        };
    }

    /** @throws RegistryUnavailableException if the registry is needed and away */
    public byte[] write(Delivery delivery) {
        return deliveries.encode(Translation.message(delivery));
    }

    private static <T extends SpecificRecord> Inbound understood(
            Decoded<T> decoded, byte[] key, Function<T, String> holder, BiFunction<T, String, Inbound> translation) {
        return switch (decoded) {
            case Decoded.Poison<T> poison -> new Inbound.Poison(poison);
            case Decoded.Understood<T>(var message) -> {
                var holderId = holder.apply(message);
                yield Routing.keyIs(holderId, key) ? translation.apply(message, holderId) : keyMismatch();
            }
        };
    }

    private static Inbound keyMismatch() {
        return new Inbound.Poison(new Decoded.Poison<>(
                DeadLetterCause.KEY_MISMATCH, "The key must be the body's holderId, as plain text."));
    }

    @Override
    public void close() {
        notices.close();
        deliveries.close();
        contactPoints.close();
    }
}
