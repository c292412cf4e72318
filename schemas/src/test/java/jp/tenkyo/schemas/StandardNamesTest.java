package jp.tenkyo.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardNamesTest {

    static Stream<ChangeReason> reasons() {
        return Arrays.stream(ChangeReason.values()).filter(reason -> reason != ChangeReason.UNKNOWN);
    }

    static Stream<ChangedAttribute> attributes() {
        return Arrays.stream(ChangedAttribute.values()).filter(attribute -> attribute != ChangedAttribute.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void every_reason_is_found_by_its_own_name(ChangeReason reason) {
        assertThat(ChangeReasons.named(ChangeReasons.nameOf(reason))).contains(reason);
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void every_attribute_is_found_by_its_own_name(ChangedAttribute attribute) {
        assertThat(ChangedAttributes.named(ChangedAttributes.nameOf(attribute))).contains(attribute);
    }

    @Test
    void no_two_reasons_share_a_name() {
        assertThat(reasons().map(ChangeReasons::nameOf)).doesNotHaveDuplicates().hasSize(35);
        assertThat(attributes().map(ChangedAttributes::nameOf))
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "異動の取消し(増), ANNULLED_REMOVAL",
        "異動の取消し（増）, ANNULLED_REMOVAL",
        "異動の取消し（減）, ANNULLED_ENTRY",
        "異動の取消し（修正）, ANNULLED_CORRECTION",
        "職権記載（帰化等）, ENTERED_NATURALIZED",
        "職権記載, ENTERED_EX_OFFICIO",
        "改製, REWRITTEN",
        "再製, RECREATED",
        "住民票コト゛の変更請求, ",
        "住民票ｺｰﾄﾞの変更請求, RESIDENT_CODE_CHANGED",
        "'　転居 ', MOVED_WITHIN_MUNICIPALITY",
        "転居届, ",
        "'', ",
    })
    void names_are_matched_after_nfkc(String name, ChangeReason reason) {
        assertThat(ChangeReasons.named(name).orElse(null)).isEqualTo(reason);
    }

    @Test
    void unknown_has_no_name() {
        assertThatThrownBy(() -> ChangeReasons.nameOf(ChangeReason.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ChangeReasons.named("UNKNOWN")).isEmpty();
    }

    @Test
    void two_symbols_of_one_name_are_refused() {
        var twice = Map.of(ChangedAttribute.NAME, "(名)", ChangedAttribute.ALIAS, "（名）");
        assertThatThrownBy(() -> new StandardNames<>(twice)).isInstanceOf(IllegalArgumentException.class);
    }
}
