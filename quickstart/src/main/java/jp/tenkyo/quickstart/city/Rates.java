package jp.tenkyo.quickstart.city;

/**
 * How often something happens to a resident in a year, per 100,000 of an age. Rounded from the country's figures (rule
 * book 9) over 124 million people; where no figure was found it is an assumption, and says so.
 */
final class Rates {

    /** 5.19 million moves between municipalities a year. As many come as go. */
    static final int MOVES_OUT = 4_200;

    /** Assumed as many as between municipalities. */
    private static final int MOVES_WITHIN = 4_000;

    /** Assumed. */
    static final int MOVES_ABROAD = 200;

    /** 485,000 marriages: one of two changes the name. */
    private static final int RENAMED_BY_MARRIAGE = 390;

    /** 186,000 divorces: half of those who had changed the name take the old one back (assumed). */
    private static final int RENAMED_BY_DIVORCE = 75;

    /** Assumed. */
    static final int FORMER_SURNAMES = 100;
    /** Assumed. */
    static final int DELETIONS = 30;
    /** Assumed. */
    static final int NUMBERS_CHANGED = 20;
    /** Assumed. */
    static final int ERRORS_CORRECTED = 30;
    /** Assumed; they revoke nothing. */
    static final int HOUSEHOLDS_CHANGED = 1_500;
    /** Of those with a card; assumed. */
    static final int CARDS_LOST = 500;
    /** Of those without a card; assumed. */
    static final int FIRST_CARDS = 8_000;
    /** 0.55 % of the residents; assumed. */
    static final int BIRTHS = 550;

    private static final int GROWN_UP = 18;
    private static final int MIDDLE = 35;
    private static final int SETTLED = 50;
    private static final int OLD = 65;

    private Rates() {}

    static int movesOut(int age) {
        return byMobility(MOVES_OUT, age);
    }

    static int movesWithin(int age) {
        return byMobility(MOVES_WITHIN, age);
    }

    /** The young move most: weights that come to about 1 over the city's ages. */
    private static int byMobility(int average, int age) {
        if (age < GROWN_UP) {
            return average * 80 / 100;
        }
        if (age < MIDDLE) {
            return average * 210 / 100;
        }
        if (age < SETTLED) {
            return average * 110 / 100;
        }
        return age < OLD ? average * 50 / 100 : average * 30 / 100;
    }

    /** About 1.3 % over a country as old as Japan; a life table rounded to six steps. */
    static int deaths(int age) {
        if (age < 40) {
            return 40;
        }
        if (age < 60) {
            return 250;
        }
        if (age < 70) {
            return 900;
        }
        if (age < 80) {
            return 2_300;
        }
        return age < 90 ? 7_000 : 18_000;
    }

    /** Marriages fall between 20 and 49, a third of the residents. */
    static int renamedByMarriage(int age) {
        return age >= 20 && age < 50 ? RENAMED_BY_MARRIAGE * 3 : 0;
    }

    static int renamedByDivorce(int age) {
        return age >= 25 && age < 60 ? RENAMED_BY_DIVORCE * 2 : 0;
    }
}
