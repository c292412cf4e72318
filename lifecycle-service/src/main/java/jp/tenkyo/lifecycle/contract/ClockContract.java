package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.Map;
import jp.tenkyo.avro.BusinessClockMessage;
import jp.tenkyo.avro.ClockSet;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** The business time of a simulation as topic business-clock carries it. Not safe for use by several threads. */
public final class ClockContract implements AutoCloseable {

    /** The one key of the topic. */
    public static final String KEY = "clock";

    /** CloudEvents type of what is written there. */
    public static final String TYPE = "jp.tenkyo.ClockSet";

    private final MessageCodec<BusinessClockMessage> codec;

    /** What a record of the topic says. */
    public sealed interface Read {
        record At(Instant now) implements Read {}

        record Poisoned(Decoded.Poison<?> poison) implements Read {}
    }

    /** @param registry settings of the registry client */
    public ClockContract(Map<String, ?> registry) {
        codec = new MessageCodec<>(Topic.BUSINESS_CLOCK, BusinessClockMessage.class, registry);
    }

    /**
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema's id is not known and the registry is away
     */
    public byte[] write(String id, Instant now) {
        return codec.encode(BusinessClockMessage.newBuilder()
                .setId(id)
                .setSource(Outgoing.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setSet(ClockSet.newBuilder().setNow(now).build())
                .build());
    }

    /**
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema's id is not known and the registry is away
     */
    public Read read(byte @Nullable [] value) {
        return switch (codec.decode(value)) {
            case Decoded.Understood<BusinessClockMessage>(var message) ->
                new Read.At(message.getSet().getNow());
            case Decoded.Poison<BusinessClockMessage> poison -> new Read.Poisoned(poison);
        };
    }

    @Override
    public void close() {
        codec.close();
    }
}
