package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private static final int PARTITIONS = 6;

    /** Hashes as Kafka's Java client computes them: they must stay, or every holder's key would move. */
    @ParameterizedTest
    @CsvSource({"21, -973932308", "foobar, -790332482", "a-little-bit-long-string, -985981536", "abc, 479470107"})
    void a_key_belongs_where_murmur2_says(String key, int murmur2) {
        var partition = (murmur2 & 0x7fffffff) % PARTITIONS;

        assertThat(Routing.fault(key.getBytes(UTF_8), partition, PARTITIONS)).isEmpty();
        assertThat(Routing.fault(key.getBytes(UTF_8), (partition + 1) % PARTITIONS, PARTITIONS))
                .hasValueSatisfying(poison -> {
                    assertThat(poison.cause()).isEqualTo(DeadLetterCause.MISROUTED);
                    assertThat(poison.detail())
                            .contains("partitioner=murmur2_random")
                            .doesNotContain(key + " ");
                });
    }

    @Test
    void most_keys_that_librdkafka_places_by_its_own_default_are_misrouted() {
        var misrouted = 0;
        for (var i = 0; i < 600; i++) {
            var key = ("holder-" + i).getBytes(UTF_8);
            var crc = new CRC32();
            crc.update(key);
            if (Routing.fault(key, (int) (crc.getValue() % PARTITIONS), PARTITIONS)
                    .isPresent()) {
                misrouted++;
            }
        }
        assertThat(misrouted).isBetween(450, 550);
    }

    @Test
    void without_a_key_there_is_no_holder() {
        assertThat(Routing.fault(null, 0, PARTITIONS))
                .hasValueSatisfying(poison -> assertThat(poison.cause()).isEqualTo(DeadLetterCause.MISSING_KEY));
    }

    @Test
    void a_key_is_compared_byte_by_byte() {
        assertThat(Routing.keyIs("holder-1", "holder-1".getBytes(UTF_8))).isTrue();
        assertThat(Routing.keyIs("holder-1", "HOLDER-1".getBytes(UTF_8))).isFalse();
        assertThat(Routing.keyIs("holder-1", new byte[0])).isFalse();
    }
}
