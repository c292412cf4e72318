package jp.tenkyo.status.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All values there are, or those that are named. */
public sealed interface Choice {

    String ALL = "*";

    record Everything() implements Choice {}

    record Named(Set<String> values) implements Choice {

        public Named {
            values = Set.copyOf(values);
        }
    }

    /** Named values; {@code *} among them means all there are. None means none. */
    static Choice of(Iterable<String> values) {
        var named = new TreeSet<String>();
        values.forEach(named::add);
        return named.contains(ALL) ? new Everything() : new Named(named);
    }

    default boolean has(String value) {
        return switch (this) {
            case Everything() -> true;
            case Named(var values) -> values.contains(value);
        };
    }

    /** What both have. */
    default Choice and(Choice other) {
        return switch (this) {
            case Everything() -> other;
            case Named(var values) ->
                new Named(values.stream().filter(other::has).collect(Collectors.toSet()));
        };
    }
}
