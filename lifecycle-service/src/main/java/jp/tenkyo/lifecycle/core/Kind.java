package jp.tenkyo.lifecycle.core;

/** What a certificate is for: signing documents (署名用) or logging its holder in (利用者証明用). */
public enum Kind {
    SIGNING,
    AUTHENTICATION
}
