package jp.tenkyo.quickstart.city;

/**
 * What the residents of a group have in common; everything else about them is drawn.
 *
 * @param municipality from whose record their certificates were made
 */
record Traits(Holding holding, Timing timing, Quirk quirk, String municipality) {

    static final Traits DRAWN = new Traits(Holding.DRAWN, Timing.DRAWN, Quirk.NONE, Places.CHITOSE);

    /** Grown-up holders whose certificates have months to go, so that only the change itself has an effect. */
    static Traits holding(Holding holding) {
        return new Traits(holding, Timing.QUIET, Quirk.NONE, Places.CHITOSE);
    }

    Traits timed(Timing other) {
        return new Traits(holding, other, quirk, municipality);
    }

    Traits with(Quirk other) {
        return new Traits(holding, timing, other, municipality);
    }

    Traits from(String other) {
        return new Traits(holding, timing, quirk, other);
    }

    enum Holding {
        DRAWN,
        NO_CARD,
        CARD,
        CARD_WITHOUT_SIGNING,
        CARD_AND_PHONE
    }

    enum Timing {
        DRAWN,
        /** No reminder falls due and no renewal window is open. */
        QUIET,
        /** Renewal window open, no reminder due today. */
        IN_WINDOW,
        WINDOW_OPENS_TODAY,
        ONE_MONTH_LEFT_TODAY,
        ONE_WEEK_LEFT_TODAY,
        /** Last day was yesterday. */
        EXPIRED_YESTERDAY
    }

    enum Quirk {
        NONE,
        /** The CA wrote a notAfter one day too late. */
        NOT_AFTER_DIFFERS,
        /** The record's date of birth is no date of the calendar. */
        BIRTH_NOT_IN_CALENDAR,
        BORN_ON_LEAP_DAY,
        /** A signing certificate was made for somebody under 15. */
        SIGNING_UNDER_15
    }
}
