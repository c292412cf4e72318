package jp.tenkyo.benchmarks.bed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {

    @Test
    void each_resident_has_a_name_of_its_own() {
        assertThat(IntStream.range(0, 10_000).mapToObj(Population::holderId)).doesNotHaveDuplicates();
    }

    @Test
    void a_resident_is_known_by_the_certificate() {
        assertThat(Population.residentOf(("5a".repeat(20) + ":20000000").getBytes(UTF_8)))
                .isZero();
        assertThat(Population.residentOf(("5a".repeat(20) + ":2000ffff").getBytes(UTF_8)))
                .isEqualTo(0xffff);
    }
}
