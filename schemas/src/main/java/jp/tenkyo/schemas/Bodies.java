package jp.tenkyo.schemas;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The bodies of an envelope: its nullable records, exactly one of which is set in a sound message. */
public final class Bodies {

    /** Found once for each type: every record that goes in or out is asked. */
    private static final ClassValue<List<Schema.Field>> BODIES = new ClassValue<>() {
        @Override
        protected List<Schema.Field> computeValue(Class<?> type) {
            return in(SpecificData.get().getSchema(type));
        }
    };

    private Bodies() {}

    /** The one body that is set; empty where none is, or where the message is no envelope. */
    public static Optional<SpecificRecord> of(SpecificRecord message) {
        for (var field : fieldsOf(message)) {
            if (message.get(field.pos()) instanceof SpecificRecord body) {
                return Optional.of(body);
            }
        }
        return Optional.empty();
    }

    static List<Schema.Field> fieldsOf(SpecificRecord message) {
        return BODIES.get(message.getClass());
    }

    /** A value without source, such as a status, is no envelope and has none. */
    private static List<Schema.Field> in(Schema schema) {
        return schema.getField("source") == null
                ? List.of()
                : schema.getFields().stream()
                        .filter(field -> field.schema().isUnion())
                        .filter(field -> field.schema().getTypes().stream()
                                .anyMatch(type -> type.getType() == Schema.Type.RECORD))
                        .toList();
    }
}
