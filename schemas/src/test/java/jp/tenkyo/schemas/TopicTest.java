package jp.tenkyo.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

    private static final TopicLayout LAYOUT = new TopicLayout(6, (short) 3);

    @Test
    void every_topic_with_a_schema_has_a_dead_letter_topic_of_its_own_that_has_none() {
        for (var topic : Topic.withSchema()) {
            assertThat(topic.deadLetters().topicName()).isEqualTo(topic.topicName() + "-dlq");
            assertThat(topic.deadLetters().schema()).isEmpty();
            assertThatThrownBy(() -> topic.deadLetters().deadLetters()).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Topic.values()).hasSize(2 * Topic.withSchema().size());
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_is_found_by_its_name(Topic topic) {
        assertThat(Topic.named(topic.topicName())).contains(topic);
    }

    @Test
    void states_are_compacted_and_never_deleted() {
        assertThat(Arrays.stream(Topic.values())
                        .filter(topic -> LAYOUT.settingsOf(topic).equals(Map.of("cleanup.policy", "compact"))))
                .containsExactly(Topic.CERTIFICATE_STATUS, Topic.CONTACT_POINTS);
    }

    /** Otherwise a reader that meets a newer symbol would throw instead of seeing UNKNOWN. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_DLQ")
    void every_enum_of_a_contract_starts_with_unknown_which_is_its_default(Topic topic) {
        var contract = topic.schema().orElseThrow();
        assertThat(EnumsOf.schema(contract)).allSatisfy(symbols -> {
            assertThat(symbols.getEnumSymbols()).startsWith("UNKNOWN");
            assertThat(symbols.getEnumDefault()).isEqualTo("UNKNOWN");
        });
    }

    /** 個人番号, 住民票コード and the value of a PIN have no place in any message; which PIN is meant has. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_DLQ")
    void no_contract_has_a_field_for_what_must_appear_nowhere(Topic topic) {
        assertThat(topic.schema().orElseThrow().toString().toLowerCase(Locale.ROOT))
                .doesNotContain("\"name\":\"individualnumber", "\"name\":\"residentcode")
                .doesNotContainPattern("\"name\":\"pin\\w*\",\"type\":(\"string|\"int|\"bytes|\\{\"type\":\"string)");
    }

    @Test
    void a_layout_without_partitions_or_copies_is_refused() {
        assertThatThrownBy(() -> new TopicLayout(0, (short) 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopicLayout(1, (short) 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every enum inside a schema. */
    private static final class EnumsOf {

        static Set<Schema> schema(Schema schema) {
            var found = new LinkedHashSet<Schema>();
            collect(schema, found, new HashSet<>());
            return found;
        }

        private static void collect(Schema schema, Set<Schema> found, Set<String> seen) {
            switch (schema.getType()) {
                case ENUM -> found.add(schema);
                case ARRAY -> collect(schema.getElementType(), found, seen);
                case UNION -> schema.getTypes().forEach(type -> collect(type, found, seen));
                case RECORD -> {
                    if (seen.add(schema.getFullName())) {
                        schema.getFields().forEach(field -> collect(field.schema(), found, seen));
                    }
                }
                default -> {}
            }
        }
    }
}
