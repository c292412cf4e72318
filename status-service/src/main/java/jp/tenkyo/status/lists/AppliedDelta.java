package jp.tenkyo.status.lists;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries that a verifier has who applies a delta to its full list (RFC 5280 6.3.3). */
final class AppliedDelta implements Iterator<ListEntry> {

    private final Iterator<ListEntry> base;
    private final Iterator<ListEntry> delta;
    private @Nullable ListEntry fromBase;
    private @Nullable ListEntry fromDelta;
    private @Nullable ListEntry next;

    AppliedDelta(Iterator<ListEntry> base, Iterator<ListEntry> delta) {
        this.base = base;
        this.delta = delta;
        this.fromBase = DeltaWriter.step(base);
        this.fromDelta = DeltaWriter.step(delta);
        this.next = find();
    }

    private @Nullable ListEntry find() {
        while (fromDelta != null) {
            var later = fromDelta;
            var listed = fromBase;
            var order = listed == null ? 1 : listed.serial().compareTo(later.serial());
            if (order < 0) {
                return takeFromBase();
            }
            if (order == 0) {
                fromBase = DeltaWriter.step(base);
            }
            fromDelta = DeltaWriter.step(delta);
            if (!later.isRemoval()) {
                return later;
            }
        }
        return takeFromBase();
    }

    private @Nullable ListEntry takeFromBase() {
        var listed = fromBase;
        fromBase = DeltaWriter.step(base);
        return listed;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ListEntry next() {
        var found = next;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = find();
        return found;
    }
}
