package jp.tenkyo.status.core;

/** Whether a certificate signs documents (署名用) or logs its holder in (利用者証明用). */
public enum Kind {
    SIGNING,
    AUTHENTICATION
}
