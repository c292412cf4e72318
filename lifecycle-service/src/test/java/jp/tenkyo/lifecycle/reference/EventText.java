package jp.tenkyo.lifecycle.reference;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Events as text that is the same in every run: sets have no order of their own, so they are sorted. */
final class EventText {

    private EventText() {}

    static String of(Object value) {
        return switch (value) {
            case Set<?> set -> set.stream().map(EventText::of).sorted().toList().toString();
            case Collection<?> all -> all.stream().map(EventText::of).toList().toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                        .sorted()
                        .toList()
                        .toString();
            case Optional<?> optional -> optional.map(EventText::of).orElse("-");
            case Record made -> of(made);
            default -> value.toString();
        };
    }

    private static String of(Record made) {
        return Arrays.stream(made.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + of(valueOf(made, component)))
                .collect(Collectors.joining(", ", made.getClass().getSimpleName() + "(", ")"));
    }

    private static Object valueOf(Record made, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            // A public record may be nested in a type of its package.
            accessor.setAccessible(true);
            return accessor.invoke(made);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
