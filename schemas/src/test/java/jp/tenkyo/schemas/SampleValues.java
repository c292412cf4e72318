package jp.tenkyo.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Values made from a schema alone, always the same: every optional field is set, every enum has its newest symbol. */
final class SampleValues {

    private static final long SOME_INSTANT = 1_800_000_000_123L;
    private static final int SOME_NUMBER = 20_500;

    private SampleValues() {}

    /** One message for each body of an envelope; one for a flat record. */
    static List<GenericRecord> of(Schema schema) {
        var bodies = bodiesOf(schema);
        var all = full(schema);
        if (bodies.isEmpty()) {
            return List.of(all);
        }
        var messages = new ArrayList<GenericRecord>();
        for (var body : bodies) {
            var message = GenericData.get().deepCopy(schema, all);
            bodies.stream().filter(other -> other.pos() != body.pos()).forEach(other -> message.put(other.pos(), null));
            messages.add(message);
        }
        return messages;
    }

    /** Every field set, all bodies of an envelope too. */
    static GenericRecord full(Schema schema) {
        var value = new GenericData.Record(schema);
        schema.getFields().forEach(field -> value.put(field.pos(), valueOf(field.schema(), field.name())));
        return value;
    }

    static List<Schema.Field> bodiesOf(Schema schema) {
        return schema.getField("source") == null
                ? List.of()
                : schema.getFields().stream()
                        .filter(field -> field.schema().isUnion()
                                && branch(field.schema()).getType() == Schema.Type.RECORD)
                        .toList();
    }

    private static Object valueOf(Schema schema, String name) {
        return switch (schema.getType()) {
            case STRING -> name;
            case INT -> SOME_NUMBER;
            case LONG -> SOME_INSTANT;
            case BOOLEAN -> true;
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
            case RECORD -> full(schema);
            case ARRAY -> List.of(valueOf(schema.getElementType(), name));
            case UNION -> valueOf(branch(schema), name);
            default -> throw new IllegalArgumentException("No sample for " + schema);
        };
    }

    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    /** Plain Avro binary, one message after the other. */
    static byte[] bytes(List<GenericRecord> messages) {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            for (var message : messages) {
                new GenericDatumWriter<GenericRecord>(message.getSchema()).write(message, encoder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a reader with one schema makes of what a writer with another has written. */
    static List<GenericRecord> read(byte[] bytes, Schema written, Schema reader) {
        var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        var datumReader = new GenericDatumReader<GenericRecord>(written, reader);
        var messages = new ArrayList<GenericRecord>();
        try {
            while (!decoder.isEnd()) {
                messages.add(datumReader.read(null, decoder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
