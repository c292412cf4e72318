package jp.tenkyo.quickstart.city;

import java.util.SplittableRandom;

/**
 * The assumed ages of the city: residents per 1,000 in bands of five years, the last band from 90 on. A garrison town
 * with many in their twenties and thirties, younger than the country as a whole.
 */
final class AgePyramid {

    private static final int BAND_YEARS = 5;
    private static final int[] RESIDENTS_PER_1000 = {
        40, 43, 45, 49, 66, 64, 60, 62, 65, 73, 77, 67, 59, 55, 56, 51, 33, 21, 14
    };
    private static final int SUM = 1000;

    private AgePyramid() {}

    /** An age in completed years, 0 to 94. */
    static int draw(SplittableRandom random) {
        var left = random.nextInt(SUM);
        var band = 0;
        while (left >= RESIDENTS_PER_1000[band]) {
            left -= RESIDENTS_PER_1000[band];
            band++;
        }
        return band * BAND_YEARS + random.nextInt(BAND_YEARS);
    }

    /** Share of an age that holds a card, in per mille: 81 % over all ages, fewer infants and very old people. */
    static int cardsPer1000(int age) {
        if (age < BAND_YEARS) {
            return 620;
        }
        return age < 85 ? 822 : 760;
    }
}
