package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Command;

/** Plain list of everything that came in, and of every look at the clock. Nothing is ever taken out. */
final class Log {

    /**
     * One look at the clock, with what came in at it, if anything did.
     *
     * @param recordedAt business instant of all that is decided with it
     */
    record Entry(Instant recordedAt, Optional<Command> input, Optional<String> compromisedKey) {}

    private final List<Entry> entries = new ArrayList<>();

    /** "recordedAt is the business instant of the decision (milliseconds), never before the holder's last." */
    void add(Instant clock, Optional<Command> input, Optional<String> compromisedKey) {
        var milliseconds = Instant.ofEpochMilli(clock.toEpochMilli());
        var last = entries.isEmpty() ? Instant.EPOCH : entries.getLast().recordedAt();
        entries.add(new Entry(milliseconds.isBefore(last) ? last : milliseconds, input, compromisedKey));
    }

    /** As it was when an entry came in: all that was due by then is decided, the entry's own input is not. */
    Log before(int entry) {
        var before = new Log();
        before.entries.addAll(entries.subList(0, entry));
        before.entries.add(new Entry(entries.get(entry).recordedAt(), Optional.empty(), Optional.empty()));
        return before;
    }

    int size() {
        return entries.size();
    }

    Entry get(int index) {
        return entries.get(index);
    }

    Instant recordedAt(Moment moment) {
        return entries.get(moment.entry()).recordedAt();
    }

    /** When something that is known since an entry and due at an instant is decided: with that entry, or later. */
    Optional<Moment> decided(int knownSince, Instant dueAt, Moment.Rank rank) {
        return dueAt.isAfter(entries.get(knownSince).recordedAt())
                ? decidedAfter(knownSince, dueAt, rank)
                : Optional.of(Moment.of(knownSince));
    }

    /**
     * When something that is due at an instant is decided after an entry: "before any input is decided, all that was
     * due for that holder by then is decided". Empty where nobody has looked at the clock since.
     */
    Optional<Moment> decidedAfter(int known, Instant dueAt, Moment.Rank rank) {
        for (var entry = known + 1; entry < entries.size(); entry++) {
            if (!dueAt.isAfter(entries.get(entry).recordedAt())) {
                return Optional.of(Moment.due(entry, dueAt, rank));
            }
        }
        return Optional.empty();
    }
}
