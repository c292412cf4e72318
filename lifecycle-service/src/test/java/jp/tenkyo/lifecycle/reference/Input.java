package jp.tenkyo.lifecycle.reference;

import jp.tenkyo.lifecycle.core.Command;

/** What happens in one step of a history. */
sealed interface Input {

    record Came(Command command) implements Input {}

    record IssuerCompromised(String issuerKeyId) implements Input {}

    /** Nothing comes in; the holder is looked at because something may be due. */
    record TimePassed() implements Input {}
}
