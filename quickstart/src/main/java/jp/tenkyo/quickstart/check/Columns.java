package jp.tenkyo.quickstart.check;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

/** Text in columns of a terminal, where letters of East Asia take two cells. */
final class Columns {

    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS,
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA);
    private static final int HALFWIDTH_FROM = 0xFF61;
    private static final int HALFWIDTH_TO = 0xFFDC;

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    private static boolean isWide(int letter) {
        var block = UnicodeBlock.of(letter);
        var fullForm = UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)
                && (letter < HALFWIDTH_FROM || letter > HALFWIDTH_TO);
        return fullForm || (block != null && WIDE.contains(block));
    }
}
