package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.PinFormat.Problem.DIGIT_MISSING;
import static jp.tenkyo.lifecycle.core.PinFormat.Problem.LETTER_MISSING;
import static jp.tenkyo.lifecycle.core.PinFormat.Problem.LETTER_NOT_CAPITAL;
import static jp.tenkyo.lifecycle.core.PinFormat.Problem.NOT_DIGITS;
import static jp.tenkyo.lifecycle.core.PinFormat.Problem.NOT_LETTERS_AND_DIGITS;
import static jp.tenkyo.lifecycle.core.PinFormat.Problem.TOO_LONG;
import static jp.tenkyo.lifecycle.core.PinFormat.Problem.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms of a PIN (rule book 4). */
class PinFormatTest {

    @ParameterizedTest
    @EnumSource(names = {"CARD", "AUTHENTICATION"})
    void four_digits_for_the_card_and_for_authentication(Pin pin) {
        assertThat(PinFormat.problemsOf(pin, "0000")).isEmpty();
        assertThat(PinFormat.problemsOf(pin, "123")).containsExactly(TOO_SHORT);
        assertThat(PinFormat.problemsOf(pin, "12345")).containsExactly(TOO_LONG);
        assertThat(PinFormat.problemsOf(pin, "12A4")).containsExactly(NOT_DIGITS);
        assertThat(PinFormat.problemsOf(pin, "1 34")).containsExactly(NOT_DIGITS);
        assertThat(PinFormat.problemsOf(pin, "１２３４")).containsExactly(NOT_DIGITS);
        assertThat(PinFormat.problemsOf(pin, "")).containsExactly(TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDE1", "1ABCDE", "A12345", "ABCDEFGHIJKLMNO1", "1234567890ABCDEF"})
    void six_to_sixteen_letters_and_digits_for_signing(String value) {
        assertThat(PinFormat.problemsOf(Pin.SIGNING, value)).isEmpty();
    }

    static Stream<Arguments> wrongForSigning() {
        return Stream.of(
                arguments("ABCD1", Set.of(TOO_SHORT)),
                arguments("ABCDEFGHIJKLMNOP1", Set.of(TOO_LONG)),
                arguments("ABCDEF", Set.of(DIGIT_MISSING)),
                arguments("123456", Set.of(LETTER_MISSING)),
                arguments("ABCDe1", Set.of(LETTER_NOT_CAPITAL)),
                arguments("abcde1", Set.of(LETTER_NOT_CAPITAL)),
                arguments("ABCD-1", Set.of(NOT_LETTERS_AND_DIGITS)),
                arguments("ABCD 1", Set.of(NOT_LETTERS_AND_DIGITS)),
                arguments("ＡＢＣＤＥ１", Set.of(NOT_LETTERS_AND_DIGITS, LETTER_MISSING, DIGIT_MISSING)),
                arguments("ÄBCDE1", Set.of(NOT_LETTERS_AND_DIGITS)),
                arguments("1😀", Set.of(TOO_SHORT, NOT_LETTERS_AND_DIGITS, LETTER_MISSING)),
                arguments("", Set.of(TOO_SHORT, LETTER_MISSING, DIGIT_MISSING)));
    }

    @ParameterizedTest
    @MethodSource("wrongForSigning")
    void what_is_wrong_with_one_for_signing_is_named(String value, Set<PinFormat.Problem> problems) {
        assertThat(PinFormat.problemsOf(Pin.SIGNING, value)).isEqualTo(problems);
    }
}
