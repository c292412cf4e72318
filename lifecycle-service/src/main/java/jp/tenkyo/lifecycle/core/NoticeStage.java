package jp.tenkyo.lifecycle.core;

/** What a notice says. */
public enum NoticeStage {
    SIGNING_REVOKED,
    /** Authentication, and signing where both ended together. */
    AUTHENTICATION_ENDED,
    /** 記録誤り等: the holder must be told promptly (Act). */
    RECORD_ERROR,
    ON_HOLD,
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
        return switch (this) {
            case SIGNING_REVOKED, AUTHENTICATION_ENDED, RECORD_ERROR, ISSUER_COMPROMISED -> true;
            case ON_HOLD, RENEWED, WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT, EXPIRED -> false;
        };
    }
}
