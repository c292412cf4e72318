package jp.tenkyo.lifecycle.core;

/**
 * How a text may be spelled: so many characters, each from one set of ASCII. It is what a regular expression would say,
 * and is asked several times for every input.
 */
final class Spelling {

    private static final int ASCII = 128;

    private final int shortest;
    private final int longest;
    /** By character, whether it may stand in the text. */
    private final boolean[] allowed = new boolean[ASCII];

    private Spelling(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /**
     * A spelling by its ranges of characters.
     *
     * @param shortest in characters
     * @param longest in characters
     * @param ranges first and last character of each, such as {@code AZ}
     */
    static Spelling of(int shortest, int longest, String... ranges) {
        var spelling = new Spelling(shortest, longest);
        for (var range : ranges) {
            for (var one = range.charAt(0); one <= range.charAt(1); one++) {
                spelling.allowed[one] = true;
            }
        }
        return spelling;
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
            var one = text.charAt(at);
            if (one >= ASCII || !allowed[one]) {
                return false;
            }
        }
        return true;
    }
}
