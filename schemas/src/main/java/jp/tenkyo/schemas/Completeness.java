package jp.tenkyo.schemas;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reader understood all that a message says: exactly one body where the schema has bodies, and no enum symbol
 * that was unknown to it (a newer symbol is read as UNKNOWN).
 */
sealed interface Completeness {

    record Complete() implements Completeness {}

    record Incomplete(DeadLetterCause cause, String detail) implements Completeness {}

    static Completeness of(SpecificRecord message) {
        var bodies = Bodies.fieldsOf(message);
        var set = 0;
        for (var body : bodies) {
            set += message.get(body.pos()) == null ? 0 : 1;
        }
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
        return unknownSymbolIn(message)
                .<Completeness>map(path -> new Incomplete(
                        DeadLetterCause.UNKNOWN_SYMBOL,
                        "Field " + path + " carries a symbol that is not known here. A newer contract needs a newer"
                                + " reader."))
                .orElseGet(Complete::new);
    }

    private static String names(Collection<Schema.Field> fields) {
        return String.join(", ", fields.stream().map(Schema.Field::name).toList());
    }

    /** Path of the first field with an unknown symbol. */
    private static Optional<String> unknownSymbolIn(SpecificRecord message) {
        for (var field : Symbols.FIELDS.get(message.getClass())) {
            var path = unknownSymbolIn(field.name(), message.get(field.pos()));
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unknownSymbolIn(String field, @Nullable Object value) {
        return switch (value) {
            case Enum<?> symbol when "UNKNOWN".equals(symbol.name()) -> Optional.of(field);
            case SpecificRecord nested -> unknownSymbolIn(nested).map(path -> field + "." + path);
            case Collection<?> items ->
                items.stream()
                        .flatMap(item -> unknownSymbolIn(field, item).stream())
                        .findFirst();
            case null, default -> Optional.empty();
        };
    }

    /** Where symbols may stand at all: in few of many fields, and every record that comes in is asked. */
    final class Symbols {

        private static final ClassValue<List<Schema.Field>> FIELDS = new ClassValue<>() {
            @Override
            protected List<Schema.Field> computeValue(Class<?> type) {
                return SpecificData.get().getSchema(type).getFields().stream()
                        .filter(field -> mayHoldOne(field.schema()))
                        .toList();
            }
        };

        private Symbols() {}

        /** No contract holds itself. */
        private static boolean mayHoldOne(Schema schema) {
            return switch (schema.getType()) {
                case ENUM -> true;
                case ARRAY -> mayHoldOne(schema.getElementType());
                case MAP -> mayHoldOne(schema.getValueType());
                case UNION -> schema.getTypes().stream().anyMatch(Symbols::mayHoldOne);
                case RECORD -> schema.getFields().stream().anyMatch(field -> mayHoldOne(field.schema()));
                default -> false;
            };
        }
    }
}
