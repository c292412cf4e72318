package jp.tenkyo.quickstart.scenarios;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** A later version of resident-changes, as a sender may use it that was brought up to date before the service was. */
final class NewerContract {

    private static final int PREFIX_BYTES = 1 + Integer.BYTES;
    /** Index of the null branch, as Avro writes it. */
    private static final byte NOT_SET = 0;

    private final int id;

    private NewerContract(int id) {
        this.id = id;
    }

    /** Registers it: one more optional field at the end, which every version can live with. */
    static NewerContract register(String registryUrl) throws IOException, RestClientException {
        try (var registry = new SchemaRegistry(Map.of("schema.registry.url", registryUrl))) {
            return new NewerContract(registry.client()
                    .register(
                            Topic.RESIDENT_CHANGES.subject(),
                            new AvroSchema(oneFieldMore().toString())));
        }
    }

    private static Schema oneFieldMore() {
        var today =
                SchemaRegistry.portable(ResidentChangeMessage.getClassSchema()).rawSchema();
        var fields = new ArrayList<Schema.Field>();
        today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        var text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field("remark", text, null, JsonProperties.NULL_VALUE));
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
    }

    /**
     * Turns a value written with today's schema into one of this: another id, and the new field, not set, behind it.
     */
    byte[] rewritten(byte[] value) {
        return ByteBuffer.allocate(value.length + 1)
                .put(value[0])
                .putInt(id)
                .put(value, PREFIX_BYTES, value.length - PREFIX_BYTES)
                .put(NOT_SET)
                .array();
    }
}
