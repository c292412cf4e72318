package jp.tenkyo.schemas;

/**
 * A municipality's code (全国地方公共団体コード): prefecture 2 digits, municipality 3, check digit 1. It is text, since the
 * leading zero counts.
 */
public final class MunicipalityCode {

    private static final int LENGTH = 6;
    private static final int HIGHEST_WEIGHT = 6;
    private static final int MODULUS = 11;

    private MunicipalityCode() {}

    /** Whether it is six ASCII digits that end in their check digit. */
    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> c >= '0' && c <= '9')
                && digit(code, LENGTH - 1) == checkDigit(code);
    }

    private static int checkDigit(String code) {
        var total = 0;
        for (var i = 0; i < LENGTH - 1; i++) {
            total += (HIGHEST_WEIGHT - i) * digit(code, i);
        }
        return (MODULUS - total % MODULUS) % 10;
    }

    private static int digit(String code, int index) {
        return code.charAt(index) - '0';
    }
}
