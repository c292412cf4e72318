package jp.tenkyo.lifecycle.core;

/**
 * How a text may be spelled: so many characters, each from one set of ASCII. It is what a regular expression would say,
 * and is asked several times for every input.
 *
 * @param shortest in characters
 * @param longest in characters
 * @param low one bit for each of the characters 0 to 63 that may stand in it
 * @param high one bit for each of the characters 64 to 127
 */
record Spelling(int shortest, int longest, long low, long high) {

    private static final int HALF = Long.SIZE;

    /** @param ranges first and last character of each, such as {@code AZ} */
    static Spelling of(int shortest, int longest, String... ranges) {
        var low = 0L;
        var high = 0L;
        for (var range : ranges) {
            for (var one = range.charAt(0); one <= range.charAt(1); one++) {
                if (one < HALF) {
                    low |= 1L << one;
                } else {
                    high |= 1L << (one - HALF);
                }
            }
        }
        return new Spelling(shortest, longest, low, high);
    }

    boolean fits(String text) {
        return fits(text, 0, text.length());
    }

    /** Whether a part of the text does. */
    boolean fits(String text, int from, int to) {
        if (to - from < shortest || to - from > longest) {
            return false;
        }
        for (var at = from; at < to; at++) {
            if (!has(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean has(char one) {
        // A shift counts modulo 64, so both halves are looked up alike.
        return ((one < HALF ? low : high) >>> one & 1) != 0 && one < 2 * HALF;
    }
}
