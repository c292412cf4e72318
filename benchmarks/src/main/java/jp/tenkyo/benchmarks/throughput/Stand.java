package jp.tenkyo.benchmarks.throughput;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Examples in turn, as many for each input as there were on the average. */
final class Stand {

    private static final HexFormat HEX = HexFormat.of();
    private static final int NUMBER_DIGITS = 8;

    private final Footprint.Part part;
    private final double forEach;
    private double owed;
    private int next;

    /** @param forEach records for each input */
    Stand(Footprint.Part part, double forEach) {
        this.part = part;
        this.forEach = part.examples().isEmpty() ? 0 : forEach;
    }

    /** To be called once for each input; then {@link #next} gives what is to be written for it. */
    void owe() {
        owed += forEach;
    }

    /** The next record that is to be written for this input; null where there is no more. */
    @Nullable
    Example next() {
        // What is not a whole number on the average is not one in the sum either.
        if (owed < 1 - 1e-9) {
            return null;
        }
        owed--;
        next = next + 1 < part.examples().size() ? next + 1 : 0;
        return part.examples().get(next);
    }

    /** As long as the example's key, and another one for every number. */
    static byte[] keyLike(Example example, int number) {
        var key = example.key().clone();
        var digits = HEX.toHexDigits(number);
        for (var i = 0; i < NUMBER_DIGITS && i < key.length; i++) {
            key[key.length - 1 - i] = (byte) digits.charAt(NUMBER_DIGITS - 1 - i);
        }
        return key;
    }
}
