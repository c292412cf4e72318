package jp.tenkyo.status.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tenkyo.status.access.Permission;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.ChangeLog;
import jp.tenkyo.status.table.StatusTable;

/**
 * Changes from a cursor on, and all certificates; never from a table that is stale. Safe for use by several threads.
 */
public final class Feed {

    /** While nothing may be told. */
    public static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);

    /** Looked at in one go, permitted or not; then the cursor that was reached is the answer. */
    private static final int LOOKED_AT_MAX = 20_000;
    /**
     * How far a cursor may be ahead of this instance: one that is fresh trails another by seconds. Beyond it, the
     * cursor was made up.
     */
    private static final long AHEAD_MAX = 1_000_000;

    private final StatusTable table;
    private final int partitions;
    private final Freshness.Source freshness;
    private final InstantSource businessClock;

    public Feed(StatusTable table, int partitions, Freshness.Source freshness, InstantSource businessClock) {
        this.table = table;
        this.partitions = partitions;
        this.freshness = freshness;
        this.businessClock = businessClock;
    }

    /** After all there is by now; empty while the table is stale. */
    public Optional<Cursor> latest() {
        var latest = cursorAt(table.changes()::end);
        return freshness.now().isFresh() ? latest : Optional.empty();
    }

    /** Before all that is still kept; empty while the table is stale. */
    public Optional<Cursor> oldest() {
        var oldest = cursorAt(table.changes()::from);
        return freshness.now().isFresh() ? oldest : Optional.empty();
    }

    private Optional<Cursor> cursorAt(PlaceOf place) {
        return table.topicId()
                .map(id -> new Cursor(
                        Cursor.topic(id),
                        IntStream.range(0, partitions).mapToObj(place::in).toList()));
    }

    private interface PlaceOf {
        long in(int partition);
    }

    /** @param max rows at most */
    public FeedPage after(Cursor cursor, Permission permission, int max) {
        var refused = refusal(cursor);
        if (refused.isPresent()) {
            return staleOr(refused.get());
        }
        var page = read(cursor, permission, max);
        // What was pruned while it was read, or emptied with the table, must not pass for never having been there.
        return staleOr(refusal(cursor).orElse(page));
    }

    private FeedPage.Changes read(Cursor cursor, Permission permission, int max) {
        var places = new Places(table.changes(), cursor, max);
        var rows = new ArrayList<LastKnown>();
        var now = businessClock.instant();
        var more = true;
        for (var seen = 0; more && rows.size() < max && seen < LOOKED_AT_MAX; seen++) {
            var change = places.next();
            change.map(found -> found.lastKnown().at(now))
                    .filter(known -> permission.allows(known.row()))
                    .ifPresent(rows::add);
            more = change.isPresent();
        }
        return new FeedPage.Changes(rows, new Cursor(cursor.topic(), places.offsets()), more);
    }

    /** Records of the topic that the table has taken in after that place, permitted or not. */
    public long recordsAfter(Cursor cursor) {
        return IntStream.range(0, cursor.offsets().size())
                .mapToLong(partition -> Math.max(0, table.changes().end(partition) - cursor.offset(partition)))
                .sum();
    }

    private Optional<FeedPage> refusal(Cursor cursor) {
        if (cursor.offsets().size() != partitions) {
            return Optional.of(new FeedPage.Unknown());
        }
        if (table.topicId().filter(id -> Cursor.topic(id) == cursor.topic()).isEmpty()) {
            return Optional.of(new FeedPage.TooOld());
        }
        var changes = table.changes();
        if (anyPartition(cursor, changes, (offset, log, partition) -> offset - AHEAD_MAX > log.end(partition))) {
            return Optional.of(new FeedPage.Unknown());
        }
        return anyPartition(cursor, changes, (offset, log, partition) -> offset < log.from(partition))
                ? Optional.of(new FeedPage.TooOld())
                : Optional.empty();
    }

    private interface Judgement {
        boolean of(long offset, ChangeLog changes, int partition);
    }

    private static boolean anyPartition(Cursor cursor, ChangeLog changes, Judgement judgement) {
        return IntStream.range(0, cursor.offsets().size())
                .anyMatch(partition -> judgement.of(cursor.offset(partition), changes, partition));
    }

    /** Part of all certificates as they are now; the last part says where the feed goes on. */
    public FeedPage snapshot(Optional<PageToken> page, Permission permission, int max) {
        var begun = page.map(PageToken::begun).or(() -> cursorAt(table.changes()::end));
        if (begun.isEmpty()) {
            return staleOr(new FeedPage.Stale("The table is new."));
        }
        var snapshot = walk(begun.get(), page.map(PageToken::after), permission, max);
        return staleOr(refusal(begun.get()).orElse(snapshot));
    }

    private FeedPage.Snapshot walk(Cursor begun, Optional<CertificateId> after, Permission permission, int max) {
        var rows = new ArrayList<LastKnown>();
        var last = after;
        for (var looked = 0; rows.size() < max && looked < LOOKED_AT_MAX; looked += max) {
            var found = table.page(last, max);
            if (found.isEmpty()) {
                return new FeedPage.Snapshot(rows, begun, Optional.empty());
            }
            for (var known : found.subList(0, enough(found, permission, max - rows.size()))) {
                last = Optional.of(known.row().id());
                if (permission.allows(known.row())) {
                    rows.add(known);
                }
            }
        }
        return new FeedPage.Snapshot(rows, begun, last.map(id -> new PageToken(begun, id)));
    }

    /** How many of them to look at for that many that are permitted. */
    private static int enough(List<LastKnown> found, Permission permission, int wanted) {
        var permitted = 0;
        for (var number = 0; number < found.size(); number++) {
            permitted += permission.allows(found.get(number).row()) ? 1 : 0;
            if (permitted == wanted) {
                return number + 1;
            }
        }
        return found.size();
    }

    /** Asked last: before, it would not know of a table emptied in between. */
    private FeedPage staleOr(FeedPage page) {
        return freshness.now() instanceof Freshness.Stale stale
                ? new FeedPage.Stale(stale.reason().text())
                : page;
    }
}
