package jp.tenkyo.schemas;

import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Whether a reader understood all that a message says: exactly one body where the schema has bodies, and no enum symbol
 * that was unknown to it (a newer symbol is read as UNKNOWN).
 */
sealed interface Completeness {

    record Complete() implements Completeness {}

    record Incomplete(DeadLetterCause cause, String detail) implements Completeness {}

    static Completeness of(SpecificRecord message) {
        var bodies = bodiesOf(message.getSchema());
        var set = bodies.stream()
                .filter(field -> message.get(field.pos()) != null)
                .count();
        if (!bodies.isEmpty() && set == 0) {
            return new Incomplete(
                    DeadLetterCause.UNKNOWN_BODY,
                    "None of the bodies known here is set: " + names(bodies)
                            + ". A newer contract needs a newer reader.");
        }
        if (set > 1) {
            return new Incomplete(
                    DeadLetterCause.SEVERAL_BODIES,
                    "More than one body is set; exactly one of " + names(bodies) + " may.");
        }
        return unknownSymbolIn(message, "");
    }

    /** The nullable records of an envelope. A value without source, such as a status, is no envelope and has none. */
    private static List<Schema.Field> bodiesOf(Schema schema) {
        return schema.getField("source") == null
                ? List.of()
                : schema.getFields().stream()
                        .filter(field -> field.schema().isUnion())
                        .filter(field -> field.schema().getTypes().stream()
                                .anyMatch(type -> type.getType() == Schema.Type.RECORD))
                        .toList();
    }

    private static String names(Collection<Schema.Field> fields) {
        return String.join(", ", fields.stream().map(Schema.Field::name).toList());
    }

    private static Completeness unknownSymbolIn(Object value, String path) {
        return switch (value) {
            case Enum<?> symbol
            when "UNKNOWN".equals(symbol.name()) ->
                new Incomplete(
                        DeadLetterCause.UNKNOWN_SYMBOL,
                        "Field " + path + " carries a symbol that is not known here. A newer contract needs a newer"
                                + " reader.");
            case SpecificRecord nested -> unknownSymbolInFields(nested, path);
            case Collection<?> items -> firstIncomplete(items, path);
            default -> new Complete();
        };
    }

    private static Completeness unknownSymbolInFields(SpecificRecord message, String path) {
        for (var field : message.getSchema().getFields()) {
            var value = message.get(field.pos());
            if (value != null
                    && unknownSymbolIn(value, path.isEmpty() ? field.name() : path + "." + field.name())
                            instanceof Incomplete incomplete) {
                return incomplete;
            }
        }
        return new Complete();
    }

    private static Completeness firstIncomplete(Collection<?> items, String path) {
        for (var item : items) {
            if (unknownSymbolIn(item, path) instanceof Incomplete incomplete) {
                return incomplete;
            }
        }
        return new Complete();
    }
}
