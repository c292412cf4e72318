package jp.tenkyo.lifecycle.core;

/**
 * Municipality codes: prefecture 2, municipality 3, check digit. Text, since the leading zero counts.
 *
 * <p>The contracts' {@code MunicipalityCode} says the same for those who know no core. The core depends on nothing but
 * Java, so that it can be read, tested and replayed alone; a test holds the two together.
 */
public final class Municipality {

    private static final Spelling SIX_DIGITS = Spelling.of(6, 6, "09");
    private static final int MODULUS = 11;

    private Municipality() {}

    /** Whether the text is a code with the right check digit (rule book 8). */
    public static boolean isCode(String text) {
        return SIX_DIGITS.fits(text) && checkDigit(text) == digit(text, 5);
    }

    private static int checkDigit(String code) {
        var weighed = 0;
        for (var i = 0; i < 5; i++) {
            weighed += (6 - i) * digit(code, i);
        }
        return (MODULUS - weighed % MODULUS) % 10;
    }

    private static int digit(String code, int index) {
        return code.charAt(index) - '0';
    }
}
