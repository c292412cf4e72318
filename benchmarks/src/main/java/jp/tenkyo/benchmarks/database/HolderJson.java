package jp.tenkyo.benchmarks.database;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.Status;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A holder as a JSON document. */
final class HolderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .addMixIn(Status.class, NamedStatus.class)
            .addModule(new SimpleModule()
                    .addKeySerializer(PinName.class, new WritesPinName())
                    .addKeyDeserializer(PinName.class, new ReadsPinName()))
            .build();

    private HolderJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Status.Good.class, name = "GOOD"),
        @JsonSubTypes.Type(value = Status.OnHold.class, name = "HOLD"),
        @JsonSubTypes.Type(value = Status.Revoked.class, name = "REVOKED"),
        @JsonSubTypes.Type(value = Status.Expired.class, name = "EXPIRED")
    })
    private interface NamedStatus {}

    private static final class WritesPinName extends ValueSerializer<PinName> {
        @Override
        public void serialize(PinName name, JsonGenerator out, SerializationContext context) {
            out.writeName(name.carrier() + "/" + name.pin());
        }
    }

    private static final class ReadsPinName extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            var slash = key.indexOf('/');
            return new PinName(Pin.valueOf(key.substring(slash + 1)), Carrier.valueOf(key.substring(0, slash)));
        }
    }

    static byte[] write(Holder holder) {
        return MAPPER.writeValueAsBytes(holder);
    }

    static Holder read(byte[] json) {
        return MAPPER.readValue(json, Holder.class);
    }
}
