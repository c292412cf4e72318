package jp.tenkyo.status.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.StatusRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTableTest {

    private static final CertificateId ID = Rows.id("1");
    private static final CertificateId FOREIGN = new CertificateId(Rows.OTHER_ISSUER, "1");

    @TempDir
    Path folder;

    @Test
    void a_restarted_table_knows_what_it_knew_and_where_it_was() {
        try (var table = Tables.with(folder, Rows.good(ID, 1), Rows.revoked(ID, 2))) {
            assertThat(table.find(ID)).isEqualTo(new Found.Known(Rows.revoked(ID, 2)));
        }
        try (var again = Tables.open(folder)) {
            assertThat(again.find(ID)).isEqualTo(new Found.Known(Rows.revoked(ID, 2)));
            assertThat(again.find(Rows.id("2"))).isEqualTo(new Found.Absent(Rows.id("2")));
            assertThat(again.nextOffset(0)).isEqualTo(OptionalLong.of(2));
            assertThat(again.nextOffset(1)).isEmpty();
        }
    }

    @Test
    void a_folder_that_another_instance_uses_is_refused_with_what_to_do() {
        try (var _ = Tables.open(folder)) {
            assertThatThrownBy(() -> Tables.open(folder))
                    .isInstanceOf(TableBrokenException.class)
                    .hasMessageContaining("Is another instance using that folder?");
        }
    }

    @Test
    void an_unreadable_record_puts_its_certificate_in_doubt_until_a_later_version_comes() {
        var anomalies = new Anomalies(new SimpleMeterRegistry());
        try (var table = Tables.open(folder, anomalies)) {
            Tables.take(table, 0, Rows.good(ID, 1));
            Tables.take(table, List.of(unreadable(1, Optional.of(ID)), unreadable(2, Optional.empty())));
            assertThat(table.find(ID)).isEqualTo(new Found.InDoubt(ID));
            assertThat(anomalies.latest())
                    .containsExactly(
                            anomaly(Anomaly.Kind.UNREADABLE, "", 2, "UNREADABLE", false),
                            anomaly(Anomaly.Kind.UNREADABLE, ID.toString(), 1, "UNREADABLE", true));

            Tables.take(table, 3, Rows.good(ID, 3));
            assertThat(table.find(ID)).isEqualTo(new Found.Known(Rows.good(ID, 3)));
        }
    }

    @Test
    void records_of_one_poll_see_each_other() {
        var anomalies = new Anomalies(new SimpleMeterRegistry());
        try (var table = Tables.open(folder, anomalies)) {
            Tables.take(table, 0, Rows.good(ID, 1), Rows.revoked(ID, 2), Rows.good(ID, 1));

            assertThat(table.find(ID)).isEqualTo(new Found.Known(Rows.revoked(ID, 2)));
            assertThat(anomalies.latest())
                    .containsExactly(anomaly(Anomaly.Kind.WENT_BACK, ID.toString(), 2, "version 1", false));
        }
    }

    @Test
    void listeners_hear_of_a_change_when_it_can_be_found_and_before_the_table_is_quiet() {
        try (var table = Tables.with(folder, Rows.good(ID, 1))) {
            var heard = new ArrayList<Object>();
            var before = table.mark();
            table.listen(new StatusListener() {
                @Override
                public void changed(List<Change> changes, Set<CertificateId> touched) {
                    heard.add(changes);
                    heard.add(touched);
                    heard.add(table.find(ID));
                    heard.add(table.quietSince(before));
                    heard.add(table.quietSince(table.mark()));
                }

                @Override
                public void emptied() {
                    heard.add("emptied");
                }
            });

            Tables.take(table, 1, Rows.revoked(ID, 2));

            assertThat(heard)
                    .containsExactly(
                            List.of(new Change(0, 1, Rows.revoked(ID, 2), false, Tables.NOW)),
                            Set.of(ID),
                            new Found.Known(Rows.revoked(ID, 2)),
                            false,
                            false);
            assertThat(table.quietSince(before)).isFalse();
            assertThat(table.quietSince(table.mark())).isTrue();
        }
    }

    @Test
    void a_listener_that_fails_breaks_the_table_for_good() {
        try (var table = Tables.open(folder)) {
            table.listen(new StatusListener() {
                @Override
                public void changed(List<Change> changes, Set<CertificateId> touched) {
                    throw new IllegalStateException("lost a change");
                }

                @Override
                public void emptied() {}
            });

            assertThatThrownBy(() -> Tables.take(table, 0, Rows.good(ID, 1)))
                    .isInstanceOf(TableBrokenException.class)
                    .hasMessageContaining("lost a change");
            assertThat(table.quietSince(table.mark())).isFalse();
        }
    }

    @Test
    void an_issuers_certificates_are_walked_without_those_of_others() {
        try (var table = Tables.with(
                folder, Rows.good(Rows.id("2"), 1), Rows.revoked(Rows.id("100"), 2), Rows.good(FOREIGN, 1))) {
            Tables.take(table, List.of(unreadable(3, Optional.of(Rows.id("2")))));
            var seen = new ArrayList<Entry>();
            table.forEachOf(Rows.ISSUER, (row, inDoubt) -> seen.add(new Entry(row, inDoubt)));

            assertThat(seen)
                    .containsExactly(
                            new Entry(Rows.revoked(Rows.id("100"), 2), false),
                            new Entry(Rows.good(Rows.id("2"), 1), true));
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        var rows = new StatusRow[] {
            Rows.good(Rows.id("1"), 1), Rows.good(Rows.id("100"), 1), Rows.good(Rows.id("2"), 1), Rows.good(FOREIGN, 1)
        };
        try (var table = Tables.with(folder, rows)) {
            var first = table.page(Optional.empty(), 2);
            var second = table.page(Optional.of(first.getLast().row().id()), 3);

            assertThat(first).containsExactly(LastKnown.certain(rows[0]), LastKnown.certain(rows[1]));
            assertThat(second).containsExactly(LastKnown.certain(rows[2]), LastKnown.certain(rows[3]));
        }
    }

    @Test
    void what_comes_in_doubt_is_a_change_once_and_of_what_was_never_known_there_is_nothing_to_say() {
        try (var table = Tables.with(folder, Rows.good(ID, 1), Rows.revoked(FOREIGN, 2))) {
            Tables.doubt(table, 2, ID);
            Tables.doubt(table, 3, ID);
            Tables.doubt(table, 4, Rows.id("3"));
            Tables.doubt(table, 5, FOREIGN);
            Tables.take(table, 6, Rows.good(ID, 2));

            assertThat(table.changes().read(0, 2, 10))
                    .containsExactly(
                            new Change(0, 2, Rows.good(ID, 1), true, Tables.NOW),
                            new Change(0, 6, Rows.good(ID, 2), false, Tables.NOW));
            Tables.doubt(table, 7, ID);
            assertThat(table.page(Optional.empty(), 10))
                    .containsExactly(
                            new LastKnown(Rows.good(ID, 2), true), LastKnown.certain(Rows.revoked(FOREIGN, 2)));
        }
    }

    @Test
    void changes_are_read_again_from_an_offset() {
        try (var table = Tables.with(folder, Rows.good(ID, 1), Rows.good(FOREIGN, 1), Rows.revoked(ID, 2))) {
            assertThat(table.changes().read(0, 1, 1))
                    .containsExactly(new Change(0, 1, Rows.good(FOREIGN, 1), false, Tables.NOW));
            assertThat(table.changes().read(0, 2, 10))
                    .containsExactly(new Change(0, 2, Rows.revoked(ID, 2), false, Tables.NOW));
            assertThat(table.changes().read(1, 0, 10)).isEmpty();
            assertThat(table.changes().end(0)).isEqualTo(3);
        }
    }

    @Test
    void changes_too_old_are_forgotten_from_the_oldest_on_and_the_log_says_where_it_begins() {
        try (var table = Tables.with(folder, Rows.good(ID, 1), Rows.revoked(ID, 2))) {
            assertThat(table.changes().prune(0, Tables.NOW.plus(Duration.ofDays(30))))
                    .isFalse();
            assertThat(table.changes().from(0)).isEqualTo(0);

            assertThat(table.changes().prune(0, Tables.NOW.plus(Duration.ofDays(31))))
                    .isFalse();
            assertThat(table.changes().from(0)).isEqualTo(2);
            assertThat(table.changes().read(0, 0, 10)).isEmpty();
            assertThat(table.find(ID)).isEqualTo(new Found.Known(Rows.revoked(ID, 2)));
        }
    }

    @Test
    void a_table_built_anew_keeps_no_change_that_is_past_and_leaves_no_gap() {
        var past = Tables.NOW.minus(Duration.ofDays(31));
        try (var table = Tables.open(folder)) {
            table.take(
                    List.of(
                            written(0, past, Rows.good(ID, 1)),
                            written(1, Tables.NOW, Rows.good(FOREIGN, 1)),
                            written(2, past, Rows.revoked(ID, 2))),
                    Map.of(0, 3L),
                    false);

            assertThat(table.changes().from(0)).isEqualTo(1);
            assertThat(table.changes().read(0, 0, 10))
                    .containsExactly(
                            new Change(0, 1, Rows.good(FOREIGN, 1), false, Tables.NOW),
                            new Change(0, 2, Rows.revoked(ID, 2), false, past));
        }
    }

    @Test
    void an_emptied_table_knows_nothing_and_begins_at_the_beginning() {
        try (var table = Tables.with(folder, Rows.good(ID, 1))) {
            table.beOf("topic");
            assertThat(table.isOf("topic")).isTrue();

            table.empty();

            assertThat(table.find(ID)).isEqualTo(new Found.Absent(ID));
            assertThat(table.changes().read(0, 0, 10)).isEmpty();
            assertThat(table.nextOffset(0)).isEmpty();
            assertThat(table.isOf("topic")).isFalse();
        }
    }

    private static Arrival written(long offset, Instant at, StatusRow row) {
        return new Arrival(0, offset, at, new Reading.Understood(row));
    }

    private static Arrival unreadable(long offset, Optional<CertificateId> about) {
        return Tables.arrival(offset, new Reading.Unreadable(about, DeadLetterCause.UNREADABLE));
    }

    private static Anomaly anomaly(Anomaly.Kind kind, String id, long offset, String detail, boolean doubt) {
        return new Anomaly(kind, id, 0, offset, detail, doubt, Tables.NOW);
    }
}
