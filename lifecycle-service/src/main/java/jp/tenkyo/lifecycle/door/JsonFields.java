package jp.tenkyo.lifecycle.door;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Fields of a JSON object. A field with the value null counts as absent; one that nobody knows is a fault. */
final class JsonFields implements Fields {

    /** Four-digit years only: Avro and the law know no others. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.{5,30}");
    private static final int SHOWN_NAME_MAX = 64;
    private static final int TEXT_LENGTH_MAX = 512;
    private static final int ITEMS_MAX = 64;

    private final JsonNode object;
    private final String prefix;
    private final Faults faults;

    private JsonFields(JsonNode object, String prefix, Faults faults) {
        this.object = object;
        this.prefix = prefix;
        this.faults = faults;
    }

    /** @param known the names that may occur; another is a fault, since a typing error would lose what it says */
    static JsonFields of(JsonNode object, Set<String> known) {
        return of(object, known, "", new Faults());
    }

    private static JsonFields of(JsonNode object, Set<String> known, String prefix, Faults faults) {
        var fields = new JsonFields(object, prefix, faults);
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> name.length() > SHOWN_NAME_MAX ? name.substring(0, SHOWN_NAME_MAX) : name)
                .forEach(name -> fields.fault(
                        name,
                        "UNKNOWN_FIELD",
                        "There is no such field. Known: "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
        return fields;
    }

    @Override
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    @Override
    public Optional<String> text(String name) {
        return read(name, "NOT_A_TEXT", "must be a text of 1 to " + TEXT_LENGTH_MAX + " characters.", JsonFields::text);
    }

    @Override
    public Optional<Integer> number(String name) {
        return read(
                name,
                "NOT_A_NUMBER",
                "must be a whole number of 32 bits, without quotes.",
                value -> value.isIntegralNumber() && value.canConvertToInt()
                        ? Optional.of(value.intValue())
                        : Optional.empty());
    }

    @Override
    public Optional<Long> longNumber(String name) {
        return read(
                name,
                "NOT_A_NUMBER",
                "must be a whole number of 64 bits, without quotes.",
                value -> value.isIntegralNumber() && value.canConvertToLong()
                        ? Optional.of(value.longValue())
                        : Optional.empty());
    }

    @Override
    public Optional<LocalDate> date(String name) {
        return read(
                name,
                "NOT_A_DATE",
                "must be a date of the calendar, such as 2026-04-01.",
                value -> text(value)
                        .filter(text -> DATE.matcher(text).matches())
                        .flatMap(text -> parsed(text, LocalDate::parse)));
    }

    @Override
    public Optional<Instant> instant(String name) {
        return read(
                name,
                "NOT_AN_INSTANT",
                "must be an instant with Z or an offset, such as 2026-04-01T09:00:00+09:00.",
                value -> text(value)
                        .filter(text -> INSTANT.matcher(text).matches())
                        .flatMap(text -> parsed(text, OffsetDateTime::parse))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return read(
                name,
                "NOT_A_FLAG",
                "must be true or false, without quotes.",
                value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty());
    }

    @Override
    public <E extends Enum<E>> Optional<E> symbol(String name, Class<E> type) {
        return read(name, "UNKNOWN_SYMBOL", "must be one of " + symbolsOf(type) + ".", value -> symbol(value, type));
    }

    @Override
    public <E extends Enum<E>> Set<E> symbols(String name, Class<E> type) {
        var found = this.<Set<E>>read(
                name,
                "UNKNOWN_SYMBOL",
                "must be an array of " + symbolsOf(type) + ".",
                value -> items(value, item -> symbol(item, type))
                        .map(items -> items.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(items)));
        return Set.copyOf(found.orElse(Set.of()));
    }

    /** The texts of an array. */
    Optional<List<String>> texts(String name) {
        return read(name, "NOT_TEXTS", "must be an array of texts.", value -> items(value, JsonFields::text));
    }

    /** The fields of an object within this one, with the same faults. */
    Optional<JsonFields> nested(String name, Set<String> known) {
        return read(
                name,
                "NOT_AN_OBJECT",
                "must be an object.",
                value -> value.isObject()
                        ? Optional.of(of(value, known, prefix + name + ".", faults))
                        : Optional.empty());
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public <T> Optional<T> required(String name, Optional<T> value) {
        faults.require(prefix + name, value);
        return value;
    }

    void fault(String name, String code, String detail) {
        faults.add(prefix + name, code, detail);
    }

    private <T> Optional<T> read(String name, String code, String must, Function<JsonNode, Optional<T>> reader) {
        if (!has(name)) {
            return Optional.empty();
        }
        var value = reader.apply(object.path(name));
        if (value.isEmpty()) {
            fault(name, code, prefix + name + " " + must);
        }
        return value;
    }

    private static Optional<String> text(JsonNode value) {
        return value.stringValueOpt().filter(text -> !text.isEmpty() && text.length() <= TEXT_LENGTH_MAX);
    }

    private static <E extends Enum<E>> Optional<E> symbol(JsonNode value, Class<E> type) {
        return value.stringValueOpt()
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(symbol -> symbol.name().equals(text))
                        .findFirst());
    }

    private static <T> Optional<List<T>> items(JsonNode value, Function<JsonNode, Optional<T>> reader) {
        if (!value.isArray() || value.size() > ITEMS_MAX) {
            return Optional.empty();
        }
        var items = StreamSupport.stream(value.spliterator(), false)
                .map(reader)
                .flatMap(Optional::stream)
                .toList();
        return items.size() == value.size() ? Optional.of(items) : Optional.empty();
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> String symbolsOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
