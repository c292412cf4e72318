package jp.tenkyo.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import jp.tenkyo.lifecycle.core.Municipality;
import jp.tenkyo.schemas.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core knows no contracts, and both check municipality codes: they must take the same. */
class MunicipalityCodesTest {

    @Test
    void the_core_takes_the_six_digits_that_the_contracts_take() {
        var differing = IntStream.range(0, 1_000_000)
                .mapToObj("%06d"::formatted)
                .filter(code -> Municipality.isCode(code) != MunicipalityCode.isValid(code));
        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12246", "0122460", "01224６", "01224a", "-12246", " 12246", "012246\n"})
    void neither_takes_anything_else(String text) {
        assertThat(Municipality.isCode(text))
                .isEqualTo(MunicipalityCode.isValid(text))
                .isFalse();
    }
}
