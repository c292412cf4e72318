package jp.tenkyo.schemas;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One name of the Standard (住民記録システム標準仕様書) for each symbol of an enum. Names are matched after NFKC, since exports
 * write brackets and letters in full or half width as they please, and without the spaces around them.
 *
 * @param <E> its symbols; UNKNOWN has no name
 */
final class StandardNames<E extends Enum<E>> {

    private final Map<E, String> names;
    private final Map<String, E> symbols = new HashMap<>();

    /** @throws IllegalArgumentException if two symbols share a name */
    StandardNames(Map<E, String> names) {
        this.names = new EnumMap<>(names);
        names.forEach((symbol, name) -> {
            if (symbols.put(normal(name), symbol) != null) {
                throw new IllegalArgumentException("Two symbols are called " + name);
            }
        });
    }

    Optional<E> named(String name) {
        return Optional.ofNullable(symbols.get(normal(name)));
    }

    /** @throws IllegalArgumentException for a symbol without a name, which is UNKNOWN alone */
    String nameOf(E symbol) {
        var name = names.get(symbol);
        if (name == null) {
            throw new IllegalArgumentException(symbol + " has no name in the Standard");
        }
        return name;
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }
}
