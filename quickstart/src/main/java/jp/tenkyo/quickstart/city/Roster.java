package jp.tenkyo.quickstart.city;

import java.util.List;
import java.util.TreeMap;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;

/**
 * Who belongs to which group: the groups take the first residents, one after the other; the last {@link #bulk}
 * residents live in the quarter whose lots were renumbered; all others live an ordinary day.
 */
final class Roster {

    private static final int BULK_MAX = 5_000;
    static final Group ORDINARY = Group.of("an ordinary day", 0, Traits.DRAWN);

    static final Group RENUMBERED = Group.of(
            "lots renumbered: minor correction of many residents at once",
            0,
            Traits.DRAWN,
            RowPattern.keeping(ChangeReason.MINOR_CORRECTION, ChangedAttribute.ADDRESS));

    private final TreeMap<Integer, Group> firstOfGroup = new TreeMap<>();
    private final int residents;
    private final int grouped;

    Roster(int residents) {
        this.residents = residents;
        var next = 0;
        for (var group : residents == 0 ? List.<Group>of() : Groups.all()) {
            firstOfGroup.put(next, group);
            next += group.sizeIn(residents);
        }
        this.grouped = next;
        if (grouped > residents) {
            throw new IllegalStateException(
                    "%d residents do not suffice for %d in groups".formatted(residents, grouped));
        }
    }

    /** Residents in groups of their own: indexes 0 to this, exclusive. */
    int grouped() {
        return grouped;
    }

    /** Residents whose lots were renumbered: the last of the city. */
    int bulk() {
        return Math.min(Math.min(BULK_MAX, residents / 2), residents - grouped);
    }

    Group groupOf(int index) {
        if (index < grouped) {
            return firstOfGroup.floorEntry(index).getValue();
        }
        return index >= residents - bulk() ? RENUMBERED : ORDINARY;
    }
}
