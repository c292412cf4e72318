package jp.tenkyo.lifecycle.topology;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The holders that a walk comes to next. Whose turn it will be is read many at a time and outlasts a tick, since each
 * range goes through all of the store's cache; a holder is read when it is its turn, so that what inputs have made of
 * it meanwhile counts. A walk that begins reads anew; who is registered later among the names that were read is not
 * met, nor needs to be: what comes in after a walk began is decided by what the walk is for.
 */
final class HoldersAhead {

    private static final int READ_AT_ONCE = 1_000;

    private final HolderStore holders;
    private final Queue<String> ids = new ArrayDeque<>();

    /** Behind whom the names go on. */
    private String cursor = "";

    HoldersAhead(HolderStore holders) {
        this.holders = holders;
    }

    /**
     * The holder after another.
     *
     * @param holderId where the walk stands; empty before the first
     * @return none where there are no more
     */
    Optional<StoredHolder> after(String holderId) {
        if (holderId.isEmpty() || !holderId.equals(cursor)) {
            ids.clear();
        }
        if (ids.isEmpty()) {
            ids.addAll(holders.idsAfter(holderId, READ_AT_ONCE));
        }
        var next = Optional.ofNullable(ids.poll());
        cursor = next.orElse("");
        return next.map(holders::find);
    }
}
