package jp.tenkyo.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalityCodeTest {

    /** Chitose, Sapporo, Chiyoda, Kiyose. */
    @ParameterizedTest
    @ValueSource(strings = {"012246", "011002", "131016", "132217"})
    void real_codes_are_valid(String code) {
        assertThat(MunicipalityCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "12246", "0122460", "012245", "021246", "01224６", "01224a", "-12246", " 12246", "000000",
            })
    void anything_else_is_not(String code) {
        assertThat(MunicipalityCode.isValid(code)).isFalse();
    }

    @Test
    void each_municipality_has_exactly_one_check_digit() {
        for (var municipality = 1000; municipality < 48_000; municipality++) {
            var prefix = "%05d".formatted(municipality);
            assertThat(IntStream.range(0, 10).filter(digit -> MunicipalityCode.isValid(prefix + digit)))
                    .as(prefix)
                    .hasSize(1);
        }
    }
}
