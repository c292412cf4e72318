package jp.tenkyo.schemas;

import org.apache.avro.specific.SpecificRecord;

/** What came of reading a record's value. */
public sealed interface Decoded<T extends SpecificRecord> {

    /** The value, complete: one body, every symbol known. */
    record Understood<T extends SpecificRecord>(T value) implements Decoded<T> {}

    /**
     * A value that this reader must not decide.
     *
     * @param detail what is wrong and what to do, without the record's content
     */
    record Poison<T extends SpecificRecord>(DeadLetterCause cause, String detail) implements Decoded<T> {}
}
