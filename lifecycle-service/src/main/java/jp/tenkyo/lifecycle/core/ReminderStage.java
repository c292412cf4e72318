package jp.tenkyo.lifecycle.core;

/** Occasions on which a holder is told of an expiry, in the order in which they come. */
public enum ReminderStage {
    WINDOW_OPENED,
    ONE_MONTH_LEFT,
    ONE_WEEK_LEFT,
    EXPIRED
}
