package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one input, however they were written down. A field that is absent, or that is not what it should be, is
 * empty; the latter leaves a fault in {@link #faults()}. Names are those of JSON and Avro.
 */
interface Fields {

    /** Whether the field was given at all, sound or not. */
    boolean has(String name);

    Optional<String> text(String name);

    Optional<Integer> number(String name);

    Optional<Long> longNumber(String name);

    Optional<LocalDate> date(String name);

    Optional<Instant> instant(String name);

    Optional<Boolean> flag(String name);

    <E extends Enum<E>> Optional<E> symbol(String name, Class<E> type);

    <E extends Enum<E>> Set<E> symbols(String name, Class<E> type);

    Faults faults();

    /** Passes the value on, and notes a fault where there is none. */
    default <T> Optional<T> required(String name, Optional<T> value) {
        faults().require(name, value);
        return value;
    }
}
