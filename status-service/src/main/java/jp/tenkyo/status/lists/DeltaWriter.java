package jp.tenkyo.status.lists;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the entries that a full list would have now, in order, and passes on how they differ from the last full one's
 * (RFC 5280 5.2.4): new and changed ones, and what is no longer listed as removed.
 */
final class DeltaWriter implements Consumer<ListEntry> {

    private final Iterator<ListEntry> base;
    private final Consumer<ListEntry> delta;
    private @Nullable ListEntry next;

    DeltaWriter(Iterator<ListEntry> base, Consumer<ListEntry> delta) {
        this.base = base;
        this.delta = delta;
        this.next = step(base);
    }

    static @Nullable ListEntry step(Iterator<ListEntry> entries) {
        return entries.hasNext() ? entries.next() : null;
    }

    @Override
    public void accept(ListEntry now) {
        removeUpTo(now.serial());
        if (next != null && next.serial().equals(now.serial())) {
            if (!next.equals(now)) {
                delta.accept(now);
            }
            next = step(base);
        } else {
            delta.accept(now);
        }
    }

    private void removeUpTo(String serial) {
        while (next != null && next.serial().compareTo(serial) < 0) {
            delta.accept(next.removed());
            next = step(base);
        }
    }

    /** When no more entries come. */
    void end() {
        while (next != null) {
            delta.accept(next.removed());
            next = step(base);
        }
    }
}
