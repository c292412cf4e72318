package jp.tenkyo.lifecycle.core;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The forms that PINs must have (rule book 4). Of the PIN asked about nothing is kept, and no answer holds a part of
 * it.
 */
public final class PinFormat {

    /** 個人番号カード用 and 利用者証明用: digits. */
    private static final int DIGITS = 4;

    /** 署名用: letters and digits. */
    private static final int SIGNING_MIN = 6;

    private static final int SIGNING_MAX = 16;

    private PinFormat() {}

    /** What is wrong with a PIN's form. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        /** Only digits of ASCII are taken: a card knows no others. */
        NOT_DIGITS,
        LETTER_NOT_CAPITAL,
        NOT_LETTERS_AND_DIGITS,
        LETTER_MISSING,
        DIGIT_MISSING
    }

    /** @return in the order of their declaration; empty where the form is right */
    public static Set<Problem> problemsOf(Pin pin, String value) {
        return switch (pin) {
            case CARD, AUTHENTICATION -> problemsOfDigits(value);
            case SIGNING -> problemsOfSigning(value);
        };
    }

    private static Set<Problem> problemsOfDigits(String value) {
        var problems = problemsOfLength(value, DIGITS, DIGITS);
        add(problems, Problem.NOT_DIGITS, !value.chars().allMatch(PinFormat::isDigit));
        return problems;
    }

    private static Set<Problem> problemsOfSigning(String value) {
        var problems = problemsOfLength(value, SIGNING_MIN, SIGNING_MAX);
        IntPredicate small = one -> one >= 'a' && one <= 'z';
        IntPredicate capital = one -> one >= 'A' && one <= 'Z';
        var letter = small.or(capital);
        add(problems, Problem.LETTER_NOT_CAPITAL, value.chars().anyMatch(small));
        add(problems, Problem.NOT_LETTERS_AND_DIGITS, !value.chars().allMatch(letter.or(PinFormat::isDigit)));
        add(problems, Problem.LETTER_MISSING, value.chars().noneMatch(letter));
        add(problems, Problem.DIGIT_MISSING, value.chars().noneMatch(PinFormat::isDigit));
        return problems;
    }

    private static Set<Problem> problemsOfLength(String value, int min, int max) {
        var problems = EnumSet.noneOf(Problem.class);
        var length = value.codePointCount(0, value.length());
        add(problems, Problem.TOO_SHORT, length < min);
        add(problems, Problem.TOO_LONG, length > max);
        return problems;
    }

    private static void add(Set<Problem> problems, Problem problem, boolean isSo) {
        if (isSo) {
            problems.add(problem);
        }
    }

    private static boolean isDigit(int one) {
        return one >= '0' && one <= '9';
    }
}
