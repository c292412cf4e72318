package jp.tenkyo.status.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.access.Choice;
import jp.tenkyo.status.access.Detail;
import jp.tenkyo.status.access.Permission;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {

    private static final Choice ALL = new Choice.Everything();
    private static final Permission EVERYTHING = new Permission(ALL, ALL, ALL, Detail.REASON);
    private static final Permission OTHER_ISSUER =
            new Permission(new Choice.Named(Set.of(Rows.OTHER_ISSUER)), ALL, ALL, Detail.REASON);
    private static final int PARTITIONS = 2;

    @TempDir
    Path folder;

    private StatusTable table;
    private Freshness freshness = new Freshness.Fresh();
    private Instant now = Tables.NOW;
    private Feed feed;

    @BeforeEach
    void open() {
        table = Tables.open(folder);
        Tables.name(table, "topic-1");
        feed = new Feed(table, PARTITIONS, () -> freshness, () -> now);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void changes_of_a_certificate_come_in_their_order_and_none_comes_twice() {
        var start = latest();
        var good = Rows.good(Rows.id("1"), 1);
        var revoked = Rows.revoked(Rows.id("1"), 2);
        Tables.take(table, 0, good, Rows.good(Rows.id("2"), 1));
        Tables.take(table, 1, 5, Rows.hold(Rows.id("3"), 2));
        Tables.take(table, 10, revoked);

        var told = new ArrayList<LastKnown>();
        var cursor = start;
        for (var pages = 0; pages < 5; pages++) {
            var page = changes(feed.after(cursor, EVERYTHING, 1));
            told.addAll(page.rows());
            cursor = page.next();
        }

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        certain(good, Rows.good(Rows.id("2"), 1), Rows.hold(Rows.id("3"), 2), revoked));
        assertThat(told.indexOf(LastKnown.certain(good))).isLessThan(told.indexOf(LastKnown.certain(revoked)));
        assertThat(feed.after(cursor, EVERYTHING, 10)).isEqualTo(new FeedPage.Changes(List.of(), latest(), false));
    }

    @Test
    void the_cursor_moves_on_over_what_may_not_be_seen() {
        var start = latest();
        var other = Rows.good(new CertificateId(Rows.OTHER_ISSUER, "1"), 1);
        Tables.take(table, 0, Rows.good(Rows.id("1"), 1), other, Rows.good(Rows.id("2"), 1));

        assertThat(feed.after(start, OTHER_ISSUER, 10))
                .isEqualTo(new FeedPage.Changes(certain(other), latest(), false));
    }

    @Test
    void a_cursor_means_the_same_on_another_instance_and_waits_for_one_that_is_behind(@TempDir Path elsewhere) {
        Tables.take(table, 0, Rows.good(Rows.id("1"), 1), Rows.revoked(Rows.id("1"), 2));
        var ahead = latest();
        try (var behind = Tables.open(elsewhere)) {
            Tables.name(behind, "topic-1");
            Tables.take(behind, 0, Rows.good(Rows.id("1"), 1));
            var other = new Feed(behind, PARTITIONS, () -> freshness, () -> now);

            assertThat(other.after(ahead, EVERYTHING, 10)).isEqualTo(new FeedPage.Changes(List.of(), ahead, false));
            Tables.take(behind, 1, Rows.revoked(Rows.id("1"), 2), Rows.hold(Rows.id("2"), 1));
            assertThat(other.after(ahead, EVERYTHING, 10))
                    .isEqualTo(new FeedPage.Changes(
                            certain(Rows.hold(Rows.id("2"), 1)), other.latest().orElseThrow(), false));
        }
    }

    @Test
    void a_cursor_of_another_topic_or_from_before_what_is_kept_asks_for_a_snapshot() {
        Tables.take(table, 0, Rows.good(Rows.id("1"), 1));
        assertThat(feed.after(new Cursor(Cursor.topic("topic-0"), List.of(0L, 0L)), EVERYTHING, 1))
                .isEqualTo(new FeedPage.TooOld());

        var start = new Cursor(Cursor.topic("topic-1"), List.of(0L, 0L));
        assertThat(feed.after(start, EVERYTHING, 1)).isInstanceOf(FeedPage.Changes.class);
        Tables.prune(table, Tables.NOW.plus(Duration.ofDays(31)));
        assertThat(feed.after(start, EVERYTHING, 1)).isEqualTo(new FeedPage.TooOld());
        assertThat(feed.after(latest(), EVERYTHING, 1)).isInstanceOf(FeedPage.Changes.class);
    }

    @Test
    void a_cursor_far_ahead_or_of_other_partitions_is_unknown() {
        var topic = Cursor.topic("topic-1");

        assertThat(feed.after(new Cursor(topic, List.of(2_000_000L, 0L)), EVERYTHING, 1))
                .isEqualTo(new FeedPage.Unknown());
        assertThat(feed.after(new Cursor(topic, List.of(Long.MAX_VALUE, 0L)), EVERYTHING, 1))
                .isEqualTo(new FeedPage.Unknown());
        assertThat(feed.after(new Cursor(topic, List.of(0L)), EVERYTHING, 1)).isEqualTo(new FeedPage.Unknown());
    }

    @Test
    void nothing_is_told_from_a_table_that_is_stale() {
        Tables.take(table, 0, Rows.good(Rows.id("1"), 1));
        var cursor = latest();
        var why = Freshness.Reason.BEHIND;
        freshness = new Freshness.Stale(why, Tables.NOW);

        var stale = new FeedPage.Stale(why.text());
        assertThat(feed.after(cursor, EVERYTHING, 1)).isEqualTo(stale);
        assertThat(feed.after(new Cursor(1, List.of()), EVERYTHING, 1)).isEqualTo(stale);
        assertThat(feed.snapshot(Optional.empty(), EVERYTHING, 1)).isEqualTo(stale);
        assertThat(feed.latest()).isEmpty();
    }

    @Test
    void what_has_expired_meanwhile_is_told_as_expired() {
        var start = latest();
        Tables.take(table, 0, Rows.good(Rows.id("1"), 1));
        now = Rows.NOT_AFTER.plusSeconds(1);

        assertThat(changes(feed.after(start, EVERYTHING, 1)).rows()).isEqualTo(certain(Rows.expired(Rows.id("1"), 1)));
    }

    @Test
    void a_snapshot_and_the_feed_after_it_miss_nothing_that_comes_in_between() {
        var rows = IntStream.range(0x100, 0x107)
                .mapToObj(serial -> Rows.good(Rows.id(Integer.toHexString(serial)), 1))
                .toArray(StatusRow[]::new);
        Tables.take(table, 0, rows);
        Tables.take(table, 7, Rows.good(new CertificateId(Rows.OTHER_ISSUER, "1"), 1));
        var ours = new Permission(new Choice.Named(Set.of(Rows.ISSUER)), ALL, ALL, Detail.REASON);

        var first = snapshot(feed.snapshot(Optional.empty(), ours, 3));
        var revoked = Rows.row(Rows.id("100"), Status.REVOKED, Reason.SUPERSEDED, Rows.ENDED, 2);
        Tables.take(table, 8, revoked);
        var told = new ArrayList<>(first.rows());
        var page = first;
        while (page.next().isPresent()) {
            page = snapshot(feed.snapshot(page.next(), ours, 3));
            told.addAll(page.rows());
        }

        assertThat(told).isEqualTo(certain(rows));
        assertThat(changes(feed.after(page.begun(), ours, 10)).rows()).isEqualTo(certain(revoked));
    }

    @Test
    void whoever_was_told_that_a_certificate_is_good_is_told_when_that_comes_in_doubt() {
        var start = latest();
        var good = Rows.good(Rows.id("1"), 1);
        Tables.take(table, 0, good, Rows.good(new CertificateId(Rows.OTHER_ISSUER, "1"), 1));
        Tables.doubt(table, 2, good.id());
        // Running out does not make it certain: it may have been revoked before.
        now = Rows.NOT_AFTER.plusSeconds(1);

        var told = changes(feed.after(start, EVERYTHING, 10)).rows();
        assertThat(told).last().isEqualTo(new LastKnown(good, true));
        assertThat(changes(feed.after(start, OTHER_ISSUER, 10)).rows()).hasSize(1);
        assertThat(snapshot(feed.snapshot(Optional.empty(), EVERYTHING, 10)).rows())
                .contains(new LastKnown(good, true));

        var cursor = latest();
        Tables.take(table, 3, Rows.revoked(good.id(), 3));
        assertThat(changes(feed.after(cursor, EVERYTHING, 10)).rows()).isEqualTo(certain(Rows.revoked(good.id(), 3)));
    }

    private static List<LastKnown> certain(StatusRow... rows) {
        return Stream.of(rows).map(LastKnown::certain).toList();
    }

    private Cursor latest() {
        return feed.latest().orElseThrow();
    }

    private static FeedPage.Changes changes(FeedPage page) {
        assertThat(page).isInstanceOf(FeedPage.Changes.class);
        return (FeedPage.Changes) page;
    }

    private static FeedPage.Snapshot snapshot(FeedPage page) {
        assertThat(page).isInstanceOf(FeedPage.Snapshot.class);
        return (FeedPage.Snapshot) page;
    }
}
