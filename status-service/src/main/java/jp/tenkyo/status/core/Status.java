package jp.tenkyo.status.core;

/** REVOKED and EXPIRED are final (rule book 2.4). */
public enum Status {
    GOOD,
    HOLD,
    REVOKED,
    EXPIRED;

    /** Whether nothing but REVOKED may follow. */
    public boolean isFinal() {
        return this == REVOKED || this == EXPIRED;
    }
}
