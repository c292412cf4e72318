package jp.tenkyo.lifecycle.core;

import java.util.Optional;
import java.util.stream.Stream;

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
        REASON_AND_CHANGED_DIFFER,
        /** No certificate of the carrier is known, so nobody can say whether that counter may reset its PINs. */
        ISSUING_MUNICIPALITY_UNKNOWN;

        static Optional<Code> named(String name) {
            return Stream.of(values()).filter(code -> code.name().equals(name)).findFirst();
        }
    }

    static Finding of(Code code) {
        return new Finding(code, Optional.empty(), Optional.empty());
    }

    static Finding of(Code code, String expected, String found) {
        return new Finding(code, Optional.of(expected), Optional.of(found));
    }
}
