package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Set;

/**
 * How one kind of input is read.
 *
 * @param <F> what it needs its fields to be able to say
 */
interface InputForm<F extends Fields> {

    /** All names that the input's fields can have. */
    Set<String> fieldNames();

    /** Name of the field that tells inputs apart within one request. */
    String idField();

    Reading read(F fields, Instant now);
}
