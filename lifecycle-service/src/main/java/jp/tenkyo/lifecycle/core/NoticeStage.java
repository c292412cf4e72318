package jp.tenkyo.lifecycle.core;

/** What a notice says. */
public enum NoticeStage {
    SIGNING_REVOKED,
    ISSUER_COMPROMISED,
    RENEWED,
    WINDOW_OPENED,
    ONE_MONTH_LEFT,
    ONE_WEEK_LEFT,
    EXPIRED;

    static NoticeStage of(ReminderStage stage) {
        return switch (stage) {
            case WINDOW_OPENED -> WINDOW_OPENED;
            case ONE_MONTH_LEFT -> ONE_MONTH_LEFT;
            case ONE_WEEK_LEFT -> ONE_WEEK_LEFT;
            case EXPIRED -> EXPIRED;
        };
    }

    /** Whether it was sent because of what happened, and stays true whatever happens to the certificate next. */
    boolean staysTrue() {
        return this == SIGNING_REVOKED || this == ISSUER_COMPROMISED;
    }
}
