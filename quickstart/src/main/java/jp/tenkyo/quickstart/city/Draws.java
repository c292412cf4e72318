package jp.tenkyo.quickstart.city;

import java.util.SplittableRandom;

/** Streams of numbers, one for each resident and purpose, so that a change in one place moves nobody else. */
final class Draws {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BITS = 5;

    private Draws() {}

    static SplittableRandom of(long seed, Purpose purpose, long index) {
        return new SplittableRandom(mixed(mixed(seed) + purpose.number * GOLDEN) ^ mixed(index));
    }

    /** An opaque name; two residents of a city never share one, since the mixing can be undone. */
    static String holderId(long seed, long index) {
        var left = mixed(seed + index * GOLDEN);
        var text = new StringBuilder("h-");
        for (var shift = 0; shift < Long.SIZE; shift += BITS) {
            text.append(BASE32[(int) (left >>> shift) & (BASE32.length - 1)]);
        }
        return text.toString();
    }

    /** The finalizer of SplitMix64, a bijection. */
    private static long mixed(long value) {
        var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    enum Purpose {
        RESIDENT(1),
        CONTACT(2),
        ROWS(3),
        YEAR(4);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }
}
