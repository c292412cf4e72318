package jp.tenkyo.status.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.lists.DirtyMarks.Dirt;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirtyMarksTest {

    private static final Dirt NONE = new Dirt(false, Set.of());

    private final DirtyMarks marks = new DirtyMarks();

    @BeforeEach
    void allWasTakenOnce() {
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(true, Set.of()));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(NONE);
    }

    @Test
    void whatever_may_change_a_list_marks_its_municipality_once() {
        changed(Rows.revoked(Rows.id("1"), 2), Rows.hold(Rows.id("2"), 2));

        assertThat(marks.take(Rows.OTHER_ISSUER)).isEqualTo(new Dirt(true, Set.of()));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(false, Set.of(Rows.MUNICIPALITY)));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(NONE);
    }

    @Test
    void a_municipalitys_first_certificate_marks_it_and_further_good_ones_do_not() {
        changed(Rows.good(Rows.id("1"), 1));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(false, Set.of(Rows.MUNICIPALITY)));

        changed(Rows.good(Rows.id("2"), 1));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(NONE);

        changed(Rows.good(Rows.id("2"), 3));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(false, Set.of(Rows.MUNICIPALITY)));
    }

    @Test
    void what_comes_in_doubt_and_a_table_built_anew_mark_all() {
        marks.changed(List.of(), Set.of(Rows.id("1")));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(true, Set.of()));

        marks.emptied();
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(true, Set.of()));
    }

    @Test
    void marks_that_are_given_back_are_there_again() {
        changed(Rows.revoked(Rows.id("1"), 2));
        var taken = marks.take(Rows.ISSUER);

        marks.giveBack(Rows.ISSUER, taken);
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(taken);

        marks.giveBack(Rows.ISSUER, new Dirt(true, Set.of()));
        assertThat(marks.take(Rows.ISSUER)).isEqualTo(new Dirt(true, Set.of()));
    }

    private void changed(StatusRow... rows) {
        var changes = Stream.of(rows)
                .map(row -> new Change(0, 0, row, false, Tables.NOW))
                .toList();
        marks.changed(changes, Stream.of(rows).map(StatusRow::id).collect(Collectors.toSet()));
    }
}
