package jp.tenkyo.lifecycle.core;

import java.util.Optional;

/** Something that a person should look at and that refuses nothing. */
public record Finding(Code code, Optional<String> expected, Optional<String> found) {

    /** Stable names. */
    public enum Code {
        ISSUED_WHILE_VALID,
        NOTHING_TO_RENEW,
        UNDER_15,
        ALREADY_EXPIRED,
        NOT_AFTER_DIFFERS,
        DATE_OF_BIRTH_NEEDS_DECISION,
        NEEDS_DECISION,
        NOT_MINOR,
        REASON_AND_CHANGED_DIFFER
    }

    static Finding of(Code code) {
        return new Finding(code, Optional.empty(), Optional.empty());
    }

    static Finding of(Code code, String expected, String found) {
        return new Finding(code, Optional.of(expected), Optional.of(found));
    }
}
