package jp.tenkyo.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {

    private static final String HOW_TO_RELEASE =
            "mvn -pl schemas -am test -Dtest=ReleasedSchemasTest -Dtenkyo.release=yes"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    private static final ReleasedSchemas RELEASED = ReleasedSchemas.ofThisModule();

    static List<Topic> topics() {
        return Topic.withSchema();
    }

    static Stream<Arguments> releases() {
        return topics().stream().flatMap(topic -> RELEASED.of(topic).stream().map(it -> Arguments.of(topic, it)));
    }

    /** Not a test but the writer: adds what is new. Tests of the same run may still miss it. */
    @Test
    @EnabledIfSystemProperty(named = "tenkyo.release", matches = "yes")
    void release_what_is_new() throws IOException {
        for (var topic : topics()) {
            if (!RELEASED.knowPresent(topic)) {
                RELEASED.add(topic);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void the_present_contract_is_among_the_released_ones(Topic topic) {
        assertThat(RELEASED.knowPresent(topic))
                .as("""
                        The contract of %s differs from all released ones. If that is meant, release it: \
                        run `%s` and commit the new files. Never change or delete files of a version that has left \
                        this repository; one that has not may be deleted first.""", topic.topicName(), HOW_TO_RELEASE)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void every_release_reads_and_is_read_by_the_present_contract(Topic topic, ReleasedSchemas.Released released) {
        var present = ReleasedSchemas.present(topic);

        assertCanRead(present, released.schema());
        assertCanRead(released.schema(), present);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void every_released_message_is_understood_today(Topic topic, ReleasedSchemas.Released released) throws IOException {
        TrustedContracts.trust();
        var contract = topic.schema().orElseThrow();
        var reader = new SpecificDatumReader<SpecificRecord>(
                released.schema(), contract, SpecificData.getForSchema(contract));
        var decoder = DecoderFactory.get().binaryDecoder(released.sample().array(), null);
        var understood = 0;
        while (!decoder.isEnd()) {
            assertThat(Completeness.of(reader.read(null, decoder))).isEqualTo(new Completeness.Complete());
            understood++;
        }
        assertThat(understood).isEqualTo(SampleValues.of(released.schema()).size());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void what_is_written_today_is_read_by_every_release(Topic topic, ReleasedSchemas.Released released) {
        var present = ReleasedSchemas.present(topic);
        var today = SampleValues.of(present);

        var read = SampleValues.read(SampleValues.bytes(today), present, released.schema());

        assertThat(read)
                .hasSize(today.size())
                .extracting(GenericRecord::getSchema)
                .containsOnly(released.schema());
    }

    /** The proof must be able to fail. */
    @Test
    void a_changed_field_type_would_be_seen() {
        var present = ReleasedSchemas.present(Topic.CERTIFICATE_STATUS);
        var changed = new Schema.Parser()
                .parse(present.toString()
                        .replace("\"name\":\"version\",\"type\":\"int\"", "\"name\":\"version\",\"type\":\"string\""));

        assertThat(changed).isNotEqualTo(present);
        assertThat(compatibility(changed, present)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    @Test
    void one_more_body_and_one_more_symbol_go_both_ways() {
        var present = ReleasedSchemas.present(Topic.CERTIFICATE_EVENTS);
        for (var newer : List.of(
                NewerContract.withBody(present, "certificateRekeyed"),
                NewerContract.withSymbol(present, "RevocationReason", "aACompromise"))) {
            assertThat(newer).isNotEqualTo(present);
            assertCanRead(newer, present);
            assertCanRead(present, newer);
        }
    }

    private static void assertCanRead(Schema reader, Schema writer) {
        assertThat(compatibility(reader, writer)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }
}
