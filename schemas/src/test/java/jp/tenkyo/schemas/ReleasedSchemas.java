package jp.tenkyo.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * What was released, under {@code src/test/resources/released/SUBJECT/}: {@code vN.avsc} is the schema, {@code vN.bin}
 * one message for each of its bodies in plain Avro binary, one after the other. Files of a release are never changed.
 */
record ReleasedSchemas(Path folder) {

    /** Tests run in the module's folder. */
    static ReleasedSchemas ofThisModule() {
        return new ReleasedSchemas(Path.of("src", "test", "resources", "released"));
    }

    record Released(int version, Schema schema, ByteBuffer sample) {

        @Override
        public String toString() {
            return schema.getName() + " v" + version;
        }
    }

    List<Released> of(Topic topic) {
        return IntStream.iterate(1, version -> version + 1)
                .takeWhile(version -> Files.exists(file(topic, version, "avsc")))
                .mapToObj(version -> read(topic, version))
                .toList();
    }

    private Released read(Topic topic, int version) {
        try {
            return new Released(
                    version,
                    new Schema.Parser().parse(Files.readString(file(topic, version, "avsc"))),
                    ByteBuffer.wrap(Files.readAllBytes(file(topic, version, "bin"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract of today as a release has it: without what only Java needs to know. */
    static Schema present(Topic topic) {
        return SchemaRegistry.portable(topic.schema().orElseThrow()).rawSchema();
    }

    boolean knowPresent(Topic topic) {
        return of(topic).stream().anyMatch(released -> released.schema().equals(present(topic)));
    }

    /** Adds the present contract as the next version. */
    void add(Topic topic) throws IOException {
        var version = of(topic).size() + 1;
        var present = present(topic);
        Files.createDirectories(file(topic, version, "avsc").getParent());
        Files.writeString(file(topic, version, "avsc"), SchemaFormatter.format("json/pretty", present) + "\n");
        Files.write(file(topic, version, "bin"), SampleValues.bytes(SampleValues.of(present)));
    }

    private Path file(Topic topic, int version, String extension) {
        return folder.resolve(topic.subject()).resolve("v%d.%s".formatted(version, extension));
    }
}
