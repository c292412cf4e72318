package jp.tenkyo.status.lists;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which lists of an issuer stand, by name. Written last when lists are published: what it does not name was never
 * published. As text, a line for each list: name, number, thisUpdate, nextUpdate, decidedAt, entries.
 */
record Manifest(Map<ListName, Published> lists) {

    static final Manifest EMPTY = new Manifest(Map.of());

    private static final int FIELDS = 6;

    Manifest {
        lists = Map.copyOf(lists);
    }

    Optional<Published> of(ListName name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** Zero where none was ever published. */
    long numberOf(ListName name) {
        return of(name).map(Published::number).orElse(0L);
    }

    /** When the predecessor of a new list was decided. A delta has that of the full list that it brings up to date. */
    Instant decidedBefore(ListName name) {
        return of(name.equals(ListName.DELTA) ? ListName.FULL : name)
                .map(Published::decidedAt)
                .orElse(Instant.EPOCH);
    }

    Manifest with(Map<ListName, Published> newer) {
        var all = new TreeMap<>(lists);
        all.putAll(newer);
        return new Manifest(all);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        new TreeMap<>(lists)
                .forEach((name, list) -> lines.add("%s %d %s %s %s %d"
                        .formatted(
                                name,
                                list.number(),
                                list.thisUpdate(),
                                list.nextUpdate(),
                                list.decidedAt(),
                                list.entries())));
        return lines;
    }

    /** @throws IllegalArgumentException if a line is not as it is written here */
    static Manifest parse(List<String> lines) {
        var lists = new TreeMap<ListName, Published>();
        for (var line : lines) {
            var fields = line.split(" ", -1);
            var name = ListName.parse(fields[0]);
            if (fields.length != FIELDS || name.isEmpty()) {
                throw new IllegalArgumentException("no line of a manifest: " + line);
            }
            lists.put(name.get(), published(line, fields));
        }
        return new Manifest(lists);
    }

    private static Published published(String line, String[] fields) {
        try {
            return new Published(
                    Long.parseLong(fields[1]),
                    Instant.parse(fields[2]),
                    Instant.parse(fields[3]),
                    Instant.parse(fields[4]),
                    Integer.parseInt(fields[5]));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException("no line of a manifest: " + line, e);
        }
    }
}
